package dev.earshot.emulators.sns;

import java.util.function.BooleanSupplier;

/**
 * Something on its way to one endpoint.
 *
 * @param wanted asked before each try: an endpoint that has unsubscribed gets nothing more
 * @param attempt one try
 * @param giveUp what to do with it when there will be no further try
 */
record Parcel(String subscriptionArn, String messageId, BooleanSupplier wanted, Attempt attempt, Runnable giveUp) {}
