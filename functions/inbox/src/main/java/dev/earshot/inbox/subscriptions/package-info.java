/** Who gets a department's notices. */
@NullMarked
package dev.earshot.inbox.subscriptions;

import org.jspecify.annotations.NullMarked;
