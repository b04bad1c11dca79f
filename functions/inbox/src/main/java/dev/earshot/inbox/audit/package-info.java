/** Reading who changed what, and when. */
@NullMarked
package dev.earshot.inbox.audit;

import org.jspecify.annotations.NullMarked;
