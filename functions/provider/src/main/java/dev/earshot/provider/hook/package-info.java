/** A webhook as it comes in, and its answer. */
@NullMarked
package dev.earshot.provider.hook;

import org.jspecify.annotations.NullMarked;
