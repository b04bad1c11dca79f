/** What an operator measures. */
@NullMarked
package dev.earshot.inbox.measure;

import org.jspecify.annotations.NullMarked;
