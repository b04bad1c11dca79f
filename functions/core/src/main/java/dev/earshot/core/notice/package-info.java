/** The message that a department's subscribers get. */
@NullMarked
package dev.earshot.core.notice;

import org.jspecify.annotations.NullMarked;
