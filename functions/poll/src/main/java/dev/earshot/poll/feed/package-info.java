/** Feeds that are read on a schedule. */
@NullMarked
package dev.earshot.poll.feed;

import org.jspecify.annotations.NullMarked;
