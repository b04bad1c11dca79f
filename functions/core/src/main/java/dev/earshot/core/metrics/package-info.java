/** Counts and times: what is counted of mentions and of people's work, and what reviews read out of it. */
@NullMarked
package dev.earshot.core.metrics;

import org.jspecify.annotations.NullMarked;
