/** The JSON forms that the queues between the functions carry, with their versions. */
@NullMarked
package dev.earshot.core.queue;

import org.jspecify.annotations.NullMarked;
