package dev.earshot.store;

import dev.earshot.core.source.Handshake;
import dev.earshot.core.source.HourCounts;
import dev.earshot.core.source.HubDecision;
import dev.earshot.core.source.Refusal;
import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceReport;
import dev.earshot.core.source.SourceState;
import dev.earshot.core.source.TopicLease;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of sources. The poller writes {@code FEED} and leases, too; what it did not write is absent. */
final class SourceItems {

    static final String RETENTION_DAYS = "retentionDays";

    private static final Duration HOURS_KEPT = Duration.ofDays(8);

    private SourceItems() {}

    static Assignments last(SourceReport report) {
        Refusal refusal = report.lastRefusal();
        Handshake handshake = report.handshake();
        return new Assignments()
                .set("lastDeliveryAt", report.lastDeliveryAt())
                .set("lastRefusalAt", refusal == null ? null : refusal.at())
                .set("lastRefusal", refusal == null ? null : refusal.reason())
                .set("handshake", handshake == null ? null : handshake.state())
                .set("handshakeAt", handshake == null ? null : handshake.at());
    }

    static Assignments counts(HourCounts count) {
        return new Assignments()
                .add("deliveries", count.deliveries())
                .add("refusals", count.refusals())
                .add("mentions", count.mentions())
                .add("ignored", count.ignored())
                .set(Keys.EXPIRES_AT, count.hour().plus(HOURS_KEPT).getEpochSecond());
    }

    static Assignments lease(HubDecision lease) {
        return new Assignments()
                .set("topic", lease.topic())
                .set("state", lease.until() == null ? TopicLease.State.DENIED : TopicLease.State.ACTIVE)
                .setOrClear("leaseUntil", lease.until());
    }

    static Map<String, AttributeValue> registered(RegisteredSource source, Instant seenAt) {
        Map<String, AttributeValue> item = SourceKeys.registered(source.name());
        item.put("provider", Attributes.of(source.provider()));
        item.put("problem", Attributes.of(source.problem()));
        item.put(RETENTION_DAYS, Attributes.of(source.retentionDays()));
        item.put("seenAt", Attributes.of(seenAt));
        return item;
    }

    static RegisteredSource registered(Map<String, AttributeValue> item) {
        return new RegisteredSource(
                SourceKeys.sk(item),
                Attributes.orNull(item, "provider", String.class),
                Attributes.orNull(item, "problem", String.class),
                Attributes.orNull(item, RETENTION_DAYS, Integer.class));
    }

    /** A source by all items under its key. */
    static SourceState state(RegisteredSource source, List<Map<String, AttributeValue>> items, Instant now) {
        Map<String, AttributeValue> health = one(items, SourceKeys.HEALTH).orElse(Map.of());
        return new SourceState(
                source.name(),
                source.provider(),
                source.problem(),
                Attributes.orNull(health, "lastDeliveryAt", Instant.class),
                Attributes.orNull(health, "lastRefusalAt", Instant.class),
                Attributes.orNull(health, "lastRefusal", String.class),
                SourceState.lastHours(
                        all(items, SourceKeys.HOUR).map(SourceItems::hour).toList(), now),
                handshake(health),
                all(items, SourceKeys.LEASE).map(SourceItems::lease).toList(),
                one(items, SourceKeys.FEED).map(SourceItems::poll).orElse(null));
    }

    private static HourCounts hour(Map<String, AttributeValue> item) {
        return new HourCounts(
                SourceKeys.hour(item),
                number(item, "deliveries"),
                number(item, "refusals"),
                number(item, "mentions"),
                number(item, "ignored"));
    }

    private static Handshake handshake(Map<String, AttributeValue> health) {
        Handshake.@Nullable State state = Attributes.orNull(health, "handshake", Handshake.State.class);
        return state == null
                ? Handshake.NONE
                : new Handshake(state, Attributes.orNull(health, "handshakeAt", Instant.class));
    }

    private static SourceState.Lease lease(Map<String, AttributeValue> item) {
        return new SourceState.Lease(
                text(item, "topic"), text(item, "state"), Attributes.orNull(item, "leaseUntil", Instant.class));
    }

    private static SourceState.Poll poll(Map<String, AttributeValue> item) {
        return new SourceState.Poll(
                Attributes.orNull(item, "lastPolledAt", Instant.class),
                Attributes.orNull(item, "nextAt", Instant.class),
                number(item, "failures"),
                Attributes.orNull(item, "lastError", String.class),
                Attributes.orNull(item, "lastItems", Long.class));
    }

    private static Stream<Map<String, AttributeValue>> all(List<Map<String, AttributeValue>> items, String prefix) {
        return items.stream().filter(item -> SourceKeys.sk(item).startsWith(prefix));
    }

    private static Optional<Map<String, AttributeValue>> one(List<Map<String, AttributeValue>> items, String sk) {
        return items.stream().filter(item -> SourceKeys.sk(item).equals(sk)).findFirst();
    }

    private static String text(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNullElse(Attributes.orNull(item, name, String.class), "");
    }

    private static long number(Map<String, AttributeValue> item, String name) {
        return Objects.requireNonNullElse(Attributes.orNull(item, name, Long.class), 0L);
    }
}
