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
                .set("handshakeAnsweredAt", at(handshake, Handshake.State.ANSWERED))
                .set("handshakeRefusedAt", at(handshake, Handshake.State.REFUSED));
    }

    private static @Nullable Instant at(@Nullable Handshake handshake, Handshake.State state) {
        return handshake != null && handshake.state() == state ? handshake.at() : null;
    }

    static Assignments counts(HourCounts count) {
        return new Assignments()
                .add("deliveries", count.deliveries())
                .add("refusals", count.refusals())
                .add("mentions", count.mentions())
                .add("ignored", count.ignored())
                .set(Keys.EXPIRES_AT, count.hour().plus(HOURS_KEPT).getEpochSecond());
    }

    /** One that a hub has agreed on. */
    static Assignments lease(HubDecision lease) {
        return new Assignments()
                .set("topic", lease.topic())
                .set("state", TopicLease.State.ACTIVE)
                .set("leaseUntil", lease.until());
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
                all(items, SourceKeys.LEASE).map(item -> lease(item, now)).toList(),
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
        Instant answered = Attributes.orNull(health, "handshakeAnsweredAt", Instant.class);
        Instant refused = Attributes.orNull(health, "handshakeRefusedAt", Instant.class);
        if (answered != null) {
            return new Handshake(Handshake.State.ANSWERED, answered);
        }
        return refused == null ? Handshake.NONE : new Handshake(Handshake.State.REFUSED, refused);
    }

    private static SourceState.Lease lease(Map<String, AttributeValue> item, Instant now) {
        String state = text(item, "state");
        Instant until = Attributes.orNull(item, "leaseUntil", Instant.class);
        boolean ended = state.equals(TopicLease.State.ACTIVE.name()) && until != null && !until.isAfter(now);
        return new SourceState.Lease(text(item, "topic"), ended ? SourceState.Lease.ENDED : state, until);
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
