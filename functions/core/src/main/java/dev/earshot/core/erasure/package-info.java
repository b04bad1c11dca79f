/** Erasing what one author said, everywhere. */
@NullMarked
package dev.earshot.core.erasure;

import org.jspecify.annotations.NullMarked;
