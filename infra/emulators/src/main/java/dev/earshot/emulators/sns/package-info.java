/** A small SNS: topics, subscriptions with their handshake, filters, signed deliveries, and a mailbox for e-mail. */
@NullMarked
package dev.earshot.emulators.sns;

import org.jspecify.annotations.NullMarked;
