/** The analyzer inside this function: no word leaves it. */
@NullMarked
package dev.earshot.analyze.local;

import org.jspecify.annotations.NullMarked;
