/** Measures the analyzer on labelled files. */
@NullMarked
package dev.earshot.analyze.evaluation;

import org.jspecify.annotations.NullMarked;
