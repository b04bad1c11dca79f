package dev.earshot.core.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What one process saw of one source since it last wrote that down.
 *
 * @param lastDeliveryAt null when there was none
 * @param lastRefusal null when there was none
 * @param handshake null when there was none
 * @param hours each once, oldest first; the last 24 of them
 * @param leases each topic once; 50 of them. What was agreed on counts more than a denial, which anybody can send
 */
public record SourceReport(
        @Nullable Instant lastDeliveryAt,
        @Nullable Refusal lastRefusal,
        @Nullable Handshake handshake,
        List<HourCounts> hours,
        List<HubDecision> leases) {

    private static final int MOST_HOURS = 24;
    private static final int MOST_LEASES = 50;

    public SourceReport {
        hours = once(hours, HourCounts::hour, HourCounts::plus, MOST_HOURS);
        leases = once(leases, HubDecision::topic, (old, now) -> now.until() == null ? old : now, MOST_LEASES);
    }

    /** One delivery that was taken. */
    public static SourceReport delivery(Instant at, long mentions, long ignored) {
        HourCounts count = new HourCounts(at, 1, 0, mentions, ignored);
        return new SourceReport(at, null, null, List.of(count), List.of());
    }

    /** One delivery that was not taken. */
    public static SourceReport refusal(Refusal refusal) {
        HourCounts count = new HourCounts(refusal.at(), 0, 1, 0, 0);
        return new SourceReport(null, refusal, null, List.of(count), List.of());
    }

    /** One handshake that was not answered as its sender wanted. */
    public static SourceReport refusedHandshake(Refusal refusal) {
        Handshake handshake = new Handshake(Handshake.State.REFUSED, refusal.at());
        return new SourceReport(null, refusal, handshake, List.of(), List.of());
    }

    /** One handshake, with what was agreed on in it. */
    public static SourceReport handshake(Handshake handshake, List<HubDecision> leases) {
        return new SourceReport(null, null, handshake, List.of(), leases);
    }

    /** This one, and a later one on top. */
    public SourceReport plus(SourceReport later) {
        return new SourceReport(
                later.lastDeliveryAt == null ? lastDeliveryAt : later.lastDeliveryAt,
                later.lastRefusal == null ? lastRefusal : later.lastRefusal,
                Handshake.both(handshake, later.handshake),
                both(hours, later.hours),
                both(leases, later.leases));
    }

    private static <T> List<T> both(List<T> these, List<T> those) {
        List<T> both = new ArrayList<>(these);
        both.addAll(those);
        return both;
    }

    private static <K, T> List<T> once(List<T> all, Function<T, K> key, BinaryOperator<T> merge, int most) {
        Map<K, T> byKey = new TreeMap<>();
        all.forEach(one -> byKey.merge(key.apply(one), one, merge));
        Collection<T> distinct = byKey.values();
        return distinct.stream().skip(Math.max(0, distinct.size() - most)).toList();
    }
}
