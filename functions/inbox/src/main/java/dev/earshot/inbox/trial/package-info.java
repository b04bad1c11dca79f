/** Trying a text, which another function does. */
@NullMarked
package dev.earshot.inbox.trial;

import org.jspecify.annotations.NullMarked;

