package dev.earshot.poll.websub;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.source.LeaseStore;
import dev.earshot.core.source.TopicLease;
import dev.earshot.poll.Visit;
import dev.earshot.poll.web.Deadline;
import dev.earshot.poll.web.SafeWeb;
import dev.earshot.poll.web.WebAnswer;
import dev.earshot.provider.websub.Topics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks hubs for the topics of a source, and again before a lease ends. What they answer here says little: whether they
 * deliver is told when they ask back.
 */
public final class Leases {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

    private final SafeWeb web;
    private final Hubs hubs;
    private final LeaseStore leases;
    private final LeaseSettings settings;
    private final Clock clock;

    public Leases(SafeWeb web, LeaseStore leases, LeaseSettings settings, Clock clock) {
        this.web = web;
        this.hubs = new Hubs(web);
        this.leases = leases;
        this.settings = settings;
        this.clock = clock;
    }

    /** Asks for those topics of a source that are due, as far as there is time. Outages of the store throw. */
    public Visit renew(Source source, Deadline deadline) {
        Map<String, TopicLease> known = leases.of(source.name()).stream()
                .collect(Collectors.toMap(TopicLease::topic, Function.identity(), (one, other) -> one));
        Visit all = Visit.NOTHING;
        for (String topic : Topics.of(source)) {
            TopicLease lease = known.get(topic);
            boolean due = lease == null || lease.isDue(clock.instant());
            if (due && deadline.left().compareTo(LONG_ENOUGH) > 0) {
                all = all.plus(ask(source, topic, lease, deadline));
            }
        }
        return all;
    }

    private Visit ask(Source source, String topic, @Nullable TopicLease lease, Deadline deadline) {
        Instant now = clock.instant();
        Optional<String> hub = known(lease).or(() -> hubs.of(topic, deadline));
        Optional<String> problem = hub.isEmpty()
                ? Optional.of("the topic does not answer, or names no hub")
                : ask(source, topic, hub.get(), deadline);
        String reason = problem.orElse(null);
        leases.asked(
                source.name(), new TopicLease(topic, hub.orElse(null), now, null, TopicLease.State.PENDING, reason));
        return problem.isEmpty() ? Visit.HUB : Visit.FAILED_HUB;
    }

    /** A hub that did not do as it should is looked for again. */
    private static Optional<String> known(@Nullable TopicLease lease) {
        return lease == null || lease.reason() != null ? Optional.empty() : Optional.ofNullable(lease.hub());
    }

    /** What went wrong; empty when nothing did. */
    private Optional<String> ask(Source source, String topic, String hub, Deadline deadline) {
        Optional<String> secret =
                source.secrets().stream().filter(one -> !one.isBlank()).findFirst();
        if (secret.isEmpty()) {
            return Optional.of("the source has no secret, by which the hub's deliveries would be proven");
        }
        if (!hub.startsWith("https://") && !settings.allowPlainHttp()) {
            return Optional.of("the hub does not speak https, in which the secret would be safe");
        }
        WebAnswer answer = web.post(hub, question(source, topic, secret.get()), deadline);
        if (answer instanceof WebAnswer.Failed failed) {
            return Optional.of("of the hub: " + failed.reason());
        }
        int status = ((WebAnswer.Answered) answer).status();
        return status >= 200 && status < 300 ? Optional.empty() : Optional.of("the hub answered " + status);
    }

    private Map<String, String> question(Source source, String topic, String secret) {
        return Map.of(
                "hub.mode",
                "subscribe",
                "hub.topic",
                topic,
                "hub.callback",
                settings.publicUrl() + "/hooks/" + source.name(),
                "hub.secret",
                secret,
                "hub.lease_seconds",
                Long.toString(TopicLease.LEASE.toSeconds()));
    }
}
