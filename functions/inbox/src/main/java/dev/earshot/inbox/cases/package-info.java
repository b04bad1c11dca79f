/** What people do with cases. */
@NullMarked
package dev.earshot.inbox.cases;

import org.jspecify.annotations.NullMarked;
