package dev.earshot.emulators.sns;

import dev.earshot.emulators.AwsIdentity;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * How an {@link SnsEmulator} is set up.
 *
 * @param port 0 for a free one
 * @param identity what its ARNs say
 * @param clock stamps messages, mails and tokens
 * @param retryDelay between two tries of one delivery
 * @param sqsEndpoint where queues are; null if there are none, then queue deliveries are refused
 * @param watcher hears of every try to deliver, on the delivering thread
 */
public record SnsOptions(
        int port,
        AwsIdentity identity,
        Clock clock,
        Duration retryDelay,
        @Nullable URI sqsEndpoint,
        Consumer<Delivery> watcher) {

    /** A free port, the system's clock, 20 seconds between tries, no queues, nobody watching. */
    public static SnsOptions defaults() {
        return new SnsOptions(0, AwsIdentity.LOCAL, Clock.systemUTC(), Duration.ofSeconds(20), null, delivery -> {});
    }

    /** These with another port. */
    public SnsOptions withPort(int changed) {
        return new SnsOptions(changed, identity, clock, retryDelay, sqsEndpoint, watcher);
    }

    /** These with another identity. */
    public SnsOptions withIdentity(AwsIdentity changed) {
        return new SnsOptions(port, changed, clock, retryDelay, sqsEndpoint, watcher);
    }

    /** These with another clock. */
    public SnsOptions withClock(Clock changed) {
        return new SnsOptions(port, identity, changed, retryDelay, sqsEndpoint, watcher);
    }

    /** These with another delay between tries. */
    public SnsOptions withRetryDelay(Duration changed) {
        return new SnsOptions(port, identity, clock, changed, sqsEndpoint, watcher);
    }

    /** These with queues. */
    public SnsOptions withSqsEndpoint(URI changed) {
        return new SnsOptions(port, identity, clock, retryDelay, changed, watcher);
    }

    /** These with somebody watching. */
    public SnsOptions withWatcher(Consumer<Delivery> changed) {
        return new SnsOptions(port, identity, clock, retryDelay, sqsEndpoint, changed);
    }
}
