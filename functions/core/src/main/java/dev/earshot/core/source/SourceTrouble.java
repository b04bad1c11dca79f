package dev.earshot.core.source;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that somebody should look at in a source.
 *
 * @param at since when; null when that is not known
 * @param what for people, without a full stop; nothing of what was sent
 */
public record SourceTrouble(@Nullable Instant at, String what) {

    /**
     * What is wrong with a source; nothing when it is well. Whatever went well later makes up for what was refused: anybody
     * can send something that is refused.
     */
    static List<SourceTrouble> of(SourceState source) {
        List<SourceTrouble> troubles = new ArrayList<>();
        if (source.problem() != null) {
            troubles.add(new SourceTrouble(null, "It is not configured as it should be: " + source.problem()));
        }
        troubles.addAll(refusals(source));
        for (SourceState.Lease lease : source.leases()) {
            if (!lease.state().equals(TopicLease.State.ACTIVE.name())) {
                troubles.add(new SourceTrouble(lease.leaseUntil(), of(lease)));
            }
        }
        SourceState.Poll poll = source.poll();
        if (poll != null && poll.failures() > 0) {
            String count = poll.failures() == 1 ? "The last poll" : "The last " + poll.failures() + " polls";
            troubles.add(new SourceTrouble(poll.lastPolledAt(), count + " failed: " + poll.lastError()));
        }
        return troubles;
    }

    private static List<SourceTrouble> refusals(SourceState source) {
        List<SourceTrouble> refusals = new ArrayList<>();
        Instant well = lastWell(source);
        Instant refused = source.lastRefusalAt();
        if (refused != null && refused.isAfter(well)) {
            refusals.add(new SourceTrouble(refused, "Refused: " + source.lastRefusal()));
        }
        Instant asked = source.handshake().at();
        boolean unanswered = source.handshake().state() == Handshake.State.REFUSED;
        // Mostly it is the last refusal as well.
        if (unanswered && asked != null && asked.isAfter(well) && !asked.equals(refused)) {
            refusals.add(new SourceTrouble(asked, "A handshake was refused, and none was answered since"));
        }
        return refusals;
    }

    /** When it last did what it should: a delivery was taken, or a poll went well. */
    private static Instant lastWell(SourceState source) {
        Instant delivered = source.lastDeliveryAt() == null ? Instant.MIN : source.lastDeliveryAt();
        SourceState.Poll poll = source.poll();
        Instant polled =
                poll == null || poll.failures() > 0 || poll.lastPolledAt() == null ? Instant.MIN : poll.lastPolledAt();
        return polled.isAfter(delivered) ? polled : delivered;
    }

    private static String of(SourceState.Lease lease) {
        return switch (lease.state()) {
            case "DENIED" -> "The hub denied the subscription to " + lease.topic();
            case SourceState.Lease.ENDED -> "The hub's subscription to " + lease.topic() + " has ended";
            default -> "The hub has not confirmed the subscription to " + lease.topic();
        };
    }
}
