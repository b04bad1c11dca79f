/** How the sources are: what they delivered, what was refused, what they agreed on with their platforms. */
@NullMarked
package dev.earshot.core.source;

import org.jspecify.annotations.NullMarked;
