/** Telegram. */
@NullMarked
package dev.earshot.provider.telegram;

import org.jspecify.annotations.NullMarked;
