/** How the sources are. */
@NullMarked
package dev.earshot.inbox.sources;

import org.jspecify.annotations.NullMarked;
