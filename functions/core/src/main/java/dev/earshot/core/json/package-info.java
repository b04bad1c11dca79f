/** How every part of Earshot reads and writes JSON: bounded, strict, one way of writing times. */
@NullMarked
package dev.earshot.core.json;

import org.jspecify.annotations.NullMarked;
