/** A department's work on a mention, and what changes when the mention does. */
@NullMarked
package dev.earshot.core.casework;

import org.jspecify.annotations.NullMarked;
