/** A webhook as it comes in, and its answer. */
@NullMarked
package dev.earshot.ingest.hook;

import org.jspecify.annotations.NullMarked;
