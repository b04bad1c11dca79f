/** Counts and times, for programs and for the council's page. */
@NullMarked
package dev.earshot.inbox.metrics;

import org.jspecify.annotations.NullMarked;
