/** X. */
@NullMarked
package dev.earshot.provider.x;

import org.jspecify.annotations.NullMarked;
