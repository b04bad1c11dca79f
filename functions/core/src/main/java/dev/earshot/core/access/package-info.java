/** Who calls, and what they may see and do. */
@NullMarked
package dev.earshot.core.access;

import org.jspecify.annotations.NullMarked;
