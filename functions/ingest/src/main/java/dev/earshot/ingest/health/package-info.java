/** What the function remembers of how its sources are, until it has written it down. */
@NullMarked
package dev.earshot.ingest.health;

import org.jspecify.annotations.NullMarked;
