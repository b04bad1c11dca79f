/** Which sources there are. */
@NullMarked
package dev.earshot.edge.source;

import org.jspecify.annotations.NullMarked;
