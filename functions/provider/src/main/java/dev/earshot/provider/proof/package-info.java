/** How senders prove themselves: signatures and tokens, over raw bytes. */
@NullMarked
package dev.earshot.provider.proof;

import org.jspecify.annotations.NullMarked;
