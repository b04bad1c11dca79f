/** The command line: {@code ./earshot up}, {@code send} and the others. */
@NullMarked
package dev.earshot.local.cli;

import org.jspecify.annotations.NullMarked;
