/** The function ingest: proves who sent a webhook, turns it into mentions, queues them, acknowledges. */
@NullMarked
package dev.earshot.ingest;

import org.jspecify.annotations.NullMarked;
