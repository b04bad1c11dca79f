/** Load on the running local cloud, and how long its answers take. */
@NullMarked
package dev.earshot.local.bench;

import org.jspecify.annotations.NullMarked;
