/** Tries a text: what would be understood of it, and whom it would concern, without storing anything. */
@NullMarked
package dev.earshot.analyze.trial;

import org.jspecify.annotations.NullMarked;
