/** The command line: {@code ./earshot up}, {@code send}, {@code subscribe}, {@code token}. */
@NullMarked
package dev.earshot.local.cli;

import org.jspecify.annotations.NullMarked;
