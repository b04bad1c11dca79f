/** What was understood of a mention. */
@NullMarked
package dev.earshot.core.analysis;

import org.jspecify.annotations.NullMarked;
