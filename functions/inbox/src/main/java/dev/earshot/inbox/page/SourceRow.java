package dev.earshot.inbox.page;

import dev.earshot.core.source.HourCounts;
import dev.earshot.core.source.SourceState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * A source as people look at it.
 *
 * @param well whether nothing is known to be wrong
 * @param last when the last delivery came
 * @param problems what is wrong, in sentences
 */
record SourceRow(
        String name,
        String provider,
        boolean well,
        Optional<String> last,
        long deliveries,
        long mentions,
        long refusals,
        List<String> problems) {

    static SourceRow of(SourceState source) {
        List<String> problems = problems(source);
        return new SourceRow(
                source.name(),
                source.provider() == null ? "" : source.provider(),
                problems.isEmpty(),
                Optional.ofNullable(latest(source)).map(Shown::time),
                sum(source, HourCounts::deliveries),
                sum(source, HourCounts::mentions),
                sum(source, HourCounts::refusals),
                problems);
    }

    private static @Nullable Instant latest(SourceState source) {
        SourceState.Poll poll = source.poll();
        return source.lastDeliveryAt() != null || poll == null ? source.lastDeliveryAt() : poll.lastPolledAt();
    }

    private static List<String> problems(SourceState source) {
        List<String> problems = new ArrayList<>();
        if (source.problem() != null) {
            problems.add("As it is configured it takes nothing: " + source.problem());
        }
        if (source.lastRefusal() != null && sum(source, HourCounts::refusals) > 0) {
            problems.add("The last refusal of a delivery: " + source.lastRefusal());
        }
        if (source.poll() != null && source.poll().lastError() != null) {
            problems.add("The last poll failed: " + source.poll().lastError());
        }
        source.leases().stream()
                .filter(lease -> lease.state().equals("DENIED"))
                .forEach(lease -> problems.add("The hub denied a subscription to " + lease.topic()));
        return problems;
    }

    private static long sum(SourceState source, ToLongFunction<HourCounts> count) {
        return source.hours().stream().mapToLong(count).sum();
    }
}
