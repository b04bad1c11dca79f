/** The function poll: reads feeds that nobody delivers, and keeps subscriptions at hubs alive. */
@NullMarked
package dev.earshot.poll;

import org.jspecify.annotations.NullMarked;
