/** Statuses of a Mastodon server of one's own. */
@NullMarked
package dev.earshot.provider.mastodon;

import org.jspecify.annotations.NullMarked;
