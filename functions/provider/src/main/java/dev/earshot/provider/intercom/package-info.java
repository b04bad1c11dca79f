/** Conversations of Intercom. */
@NullMarked
package dev.earshot.provider.intercom;

import org.jspecify.annotations.NullMarked;
