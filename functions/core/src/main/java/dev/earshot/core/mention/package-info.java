/** One thing somebody said: its identity, its versions, its deletion. */
@NullMarked
package dev.earshot.core.mention;

import org.jspecify.annotations.NullMarked;
