package dev.earshot.local.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.mention.Text;
import dev.earshot.emulators.sns.Delivery;
import dev.earshot.local.lambda.FunctionLine;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;

/**
 * Remembers the latest hops: the functions' log lines that name one, and SNS's tries to deliver. Bounded, and read from the
 * one end to the other when somebody asks, which takes a moment nobody notices.
 */
public final class TraceLog {

    /** How many log lines are remembered, and how many deliveries. */
    public static final int MOST = 20_000;

    private static final int LONGEST_DETAIL = 500;

    private final Clock clock;
    private final int most;
    private final Deque<Logged> lines = new ArrayDeque<>();
    private final Deque<Delivered> deliveries = new ArrayDeque<>();

    /** @param clock stamps deliveries; log lines bring their own time */
    public TraceLog(Clock clock) {
        this(clock, MOST);
    }

    TraceLog(Clock clock, int most) {
        this.clock = clock;
        this.most = most;
    }

    /** A hop that a function told of. */
    record Logged(String mentionId, String snsMessageId, TracedHop hop) {}

    /** A try to deliver. */
    record Delivered(Instant at, Delivery delivery) {}

    /** Hears a line of a function, and keeps it if it tells of a hop. */
    public void line(FunctionLine line) {
        if (!line.line().startsWith("{") || !line.line().contains("\"hop\"")) {
            return;
        }
        try {
            JsonNode json = EarshotJson.mapper().readTree(line.line());
            JsonNode context = json.path("mdc");
            TracedHop hop = new TracedHop(
                    OffsetDateTime.parse(json.path("timestamp").asText()).toInstant(),
                    line.function(),
                    context.path("hop").asText(),
                    Text.excerpt(json.path("message").asText(), LONGEST_DETAIL));
            Logged logged = new Logged(
                    context.path("mentionId").asText(),
                    context.path("snsMessageId").asText(),
                    hop);
            keep(lines, logged);
        } catch (JsonProcessingException | DateTimeException e) {
            // A line that only looks like one of ours: it is printed all the same.
        }
    }

    /** Hears of a try to deliver. */
    public void delivered(Delivery delivery) {
        keep(deliveries, new Delivered(clock.instant(), delivery));
    }

    /** What the functions told of a mention. */
    List<Logged> linesOf(MentionId mention) {
        return all(lines, line -> line.mentionId().equals(mention.value()));
    }

    /** The tries to deliver a message. */
    List<Delivered> deliveriesOf(String snsMessageId) {
        return all(deliveries, one -> one.delivery().messageId().equals(snsMessageId));
    }

    private <T> void keep(Deque<T> all, T one) {
        synchronized (all) {
            all.addLast(one);
            if (all.size() > most) {
                all.removeFirst();
            }
        }
    }

    private static <T> List<T> all(Deque<T> kept, Predicate<T> wanted) {
        synchronized (kept) {
            return kept.stream().filter(wanted).toList();
        }
    }
}
