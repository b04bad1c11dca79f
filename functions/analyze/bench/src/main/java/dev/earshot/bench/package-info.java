/** Measures the local analyzer beside simpler ones, in time and in accuracy. */
@NullMarked
package dev.earshot.bench;

import org.jspecify.annotations.NullMarked;
