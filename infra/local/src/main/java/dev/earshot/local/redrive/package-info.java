/** Dead letters: why they are there, and back to the queue that they came from. */
@NullMarked
package dev.earshot.local.redrive;

import org.jspecify.annotations.NullMarked;
