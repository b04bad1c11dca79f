/** Linear models: fitted from examples in seconds, the same on every machine, applied in microseconds. */
@NullMarked
package dev.earshot.analyze.learning;

import org.jspecify.annotations.NullMarked;
