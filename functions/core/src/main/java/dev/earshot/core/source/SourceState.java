package dev.earshot.core.source;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a source is, as people look at it. No secrets.
 *
 * @param provider null when its configuration cannot be read
 * @param problem why it takes nothing as it is configured; null when nothing is wrong
 * @param lastRefusal the reason
 * @param hours the last 24, newest first, also those in which nothing came
 * @param leases what hubs were asked to deliver, or agreed to
 * @param poll null when the source is not polled, or was not yet
 */
public record SourceState(
        String name,
        @Nullable String provider,
        @Nullable String problem,
        @Nullable Instant lastDeliveryAt,
        @Nullable Instant lastRefusalAt,
        @Nullable String lastRefusal,
        List<HourCounts> hours,
        Handshake handshake,
        List<Lease> leases,
        @Nullable Poll poll) {

    private static final int HOURS = 24;

    public SourceState {
        hours = List.copyOf(hours);
        leases = List.copyOf(leases);
    }

    /**
     * A topic at a hub.
     *
     * @param state PENDING, ACTIVE, DENIED or {@link #ENDED}
     * @param leaseUntil null before it was agreed on
     */
    public record Lease(
            String topic, String state, @Nullable Instant leaseUntil) {

        /** It was agreed on, and was not renewed. */
        public static final String ENDED = "ENDED";
    }

    /**
     * What the poller did.
     *
     * @param failures in a row
     * @param lastError null when the last poll went well
     * @param lastItems how many the last poll found
     */
    public record Poll(
            @Nullable Instant lastPolledAt,
            @Nullable Instant nextAt,
            long failures,
            @Nullable String lastError,
            @Nullable Long lastItems) {}

    /** What somebody should look at; nothing when the source is well. */
    @JsonProperty
    public List<SourceTrouble> troubles() {
        return SourceTrouble.of(this);
    }

    /** The last 24 hours, newest first, of which only some are counted. */
    public static List<HourCounts> lastHours(List<HourCounts> counted, Instant now) {
        Map<Instant, HourCounts> byHour =
                counted.stream().collect(Collectors.toMap(HourCounts::hour, count -> count, HourCounts::plus));
        List<HourCounts> hours = new ArrayList<>();
        for (int ago = 0; ago < HOURS; ago++) {
            HourCounts none = HourCounts.none(now.minus(Duration.ofHours(ago)));
            hours.add(byHour.getOrDefault(none.hour(), none));
        }
        return hours;
    }
}
