package dev.earshot.ingest.health;

import dev.earshot.core.source.Handshake;
import dev.earshot.core.source.HubDecision;
import dev.earshot.core.source.Refusal;
import dev.earshot.core.source.SourceReport;
import dev.earshot.core.source.TopicLease;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells from a request and its answer what they show of the source. */
public final class Witness {

    /** What is asked for. A stranger who knows a topic can confirm it in the hub's name, but for no longer than that. */
    private static final Duration LONGEST_LEASE = TopicLease.LEASE;

    private static final int MOST_DIGITS = 9;

    private Witness() {}

    /** What a delivery shows; nothing when it was none, as what a browser asks for. */
    public static Optional<SourceReport> delivery(HookAnswer answer, Instant now) {
        if (answer instanceof HookAnswer.WrongMethod) {
            return Optional.empty();
        }
        return Optional.of(
                answer instanceof HookAnswer.Accepted accepted
                        ? SourceReport.delivery(now, accepted.mentions().size(), accepted.ignored())
                        : SourceReport.refusal(new Refusal(now, reason(answer))));
    }

    /** What a handshake shows. */
    public static SourceReport handshake(Hook hook, HookAnswer answer, Instant now) {
        boolean answered = answer instanceof HookAnswer.Handshake handshake && handshake.status() < 300;
        if (!answered) {
            return SourceReport.refusedHandshake(new Refusal(now, "a handshake: " + reason(answer)));
        }
        Handshake handshake = new Handshake(Handshake.State.ANSWERED, now);
        return SourceReport.handshake(handshake, decision(hook, now).stream().toList());
    }

    /** What a WebSub hub says that verifies our intent to subscribe, or denies. */
    private static Optional<HubDecision> decision(Hook hook, Instant now) {
        String mode = hook.query().getOrDefault("hub.mode", "");
        String topic = hook.query().getOrDefault("hub.topic", "");
        if (!HubDecision.isTopic(topic)) {
            return Optional.empty();
        }
        if (mode.equals("denied")) {
            return Optional.of(new HubDecision(topic, null));
        }
        String seconds = hook.query().getOrDefault("hub.lease_seconds", "");
        boolean number = !seconds.isEmpty()
                && seconds.length() <= MOST_DIGITS
                && seconds.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!mode.equals("subscribe") || !number) {
            return Optional.empty();
        }
        Duration asked = Duration.ofSeconds(Long.parseLong(seconds));
        Duration lease = asked.compareTo(LONGEST_LEASE) < 0 ? asked : LONGEST_LEASE;
        return Optional.of(new HubDecision(topic, now.plus(lease)));
    }

    private static String reason(HookAnswer answer) {
        if (answer instanceof HookAnswer.NotProven refused) {
            return "not proven: " + refused.reason();
        } else if (answer instanceof HookAnswer.Malformed malformed) {
            return malformed.reason();
        } else if (answer instanceof HookAnswer.Unsupported unsupported) {
            return unsupported.reason();
        } else if (answer instanceof HookAnswer.Forbidden forbidden) {
            return forbidden.reason();
        } else if (answer instanceof HookAnswer.Unavailable unavailable) {
            return unavailable.reason();
        } else if (answer instanceof HookAnswer.TooLarge) {
            return "the body is over 1 MB";
        }
        return answer instanceof HookAnswer.Handshake handshake ? "answered " + handshake.status() : "not a delivery";
    }
}
