/** Subscriptions at hubs, which end unless they are renewed. */
@NullMarked
package dev.earshot.poll.websub;

import org.jspecify.annotations.NullMarked;
