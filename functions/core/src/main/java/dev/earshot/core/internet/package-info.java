/** Where on the internet something is, or that it is not. */
@NullMarked
package dev.earshot.core.internet;

import org.jspecify.annotations.NullMarked;
