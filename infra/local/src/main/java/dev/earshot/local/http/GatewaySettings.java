package dev.earshot.local.http;

import java.time.Clock;
import java.time.Duration;

/**
 * How a gateway runs.
 *
 * @param port the port on 127.0.0.1, 0 for any that is free
 * @param accountId twelve digits, shown in events
 * @param patience how long it waits for a function, at most 30 seconds in AWS
 * @param clock tells the time of requests
 */
public record GatewaySettings(int port, String accountId, Duration patience, Clock clock) {

    private static final Duration LONGEST_PATIENCE = Duration.ofSeconds(30);

    /** AWS's own settings. */
    public static GatewaySettings on(int port, String accountId) {
        return new GatewaySettings(port, accountId, LONGEST_PATIENCE, Clock.systemUTC());
    }
}
