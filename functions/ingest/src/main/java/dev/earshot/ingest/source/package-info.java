/** Which sources there are. */
@NullMarked
package dev.earshot.ingest.source;

import org.jspecify.annotations.NullMarked;
