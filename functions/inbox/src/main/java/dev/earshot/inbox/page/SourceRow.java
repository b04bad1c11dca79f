package dev.earshot.inbox.page;

import dev.earshot.core.source.HourCounts;
import dev.earshot.core.source.SourceState;
import dev.earshot.core.source.SourceTrouble;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * A source as people look at it.
 *
 * @param well whether nothing is known to be wrong
 * @param last when something was last heard of it
 * @param polled when it was last polled; empty when it is not
 * @param day what the last 24 hours brought
 * @param problems what is wrong, in sentences
 */
record SourceRow(
        String name,
        String provider,
        boolean well,
        Optional<String> last,
        Optional<String> polled,
        String day,
        List<String> problems) {

    static SourceRow of(SourceState source) {
        List<SourceTrouble> troubles = source.troubles();
        return new SourceRow(
                source.name(),
                source.provider() == null ? "" : source.provider(),
                troubles.isEmpty(),
                Optional.ofNullable(source.lastDeliveryAt()).map(Shown::time),
                Optional.ofNullable(source.poll())
                        .map(SourceState.Poll::lastPolledAt)
                        .map(Shown::time),
                day(source),
                troubles.stream().map(SourceRow::sentence).toList());
    }

    private static String day(SourceState source) {
        return Shown.many(sum(source, HourCounts::deliveries), "delivery", "deliveries") + ", "
                + Shown.many(sum(source, HourCounts::mentions), "mention", "mentions") + ", "
                + sum(source, HourCounts::refusals) + " refused";
    }

    private static String sentence(SourceTrouble trouble) {
        return trouble.at() == null ? trouble.what() : trouble.what() + " (" + Shown.time(trouble.at()) + ")";
    }

    private static long sum(SourceState source, ToLongFunction<HourCounts> count) {
        return source.hours().stream().mapToLong(count).sum();
    }
}
