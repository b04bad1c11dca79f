/** Erases what an author said: the mentions, the cases about them, and what people wrote about those. */
@NullMarked
package dev.earshot.erase;

import org.jspecify.annotations.NullMarked;
