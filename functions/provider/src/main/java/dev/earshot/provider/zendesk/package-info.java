/** Tickets and public comments of Zendesk. */
@NullMarked
package dev.earshot.provider.zendesk;

import org.jspecify.annotations.NullMarked;
