/** Webhooks and answers as the HTTP API has them. */
@NullMarked
package dev.earshot.ingest.hook;

import org.jspecify.annotations.NullMarked;
