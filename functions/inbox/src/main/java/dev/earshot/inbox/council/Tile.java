package dev.earshot.inbox.council;

import dev.earshot.core.metrics.Figures;
import dev.earshot.core.metrics.Loop;
import dev.earshot.core.metrics.Review;
import dev.earshot.core.metrics.Times;
import dev.earshot.inbox.page.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A figure that stands for itself.
 *
 * @param about what it means
 * @param href where what it counts is listed
 */
record Tile(String label, String value, String about, Optional<String> href) {

    private static final String NONE = "–";

    /** The picture of them on the same page: no list has what concerns somebody and what does not. */
    private static final Optional<String> VOLUME = Optional.of("#volume-title");

    /** The figures of the whole. */
    static List<Tile> of(Review review, Span span, Links links) {
        Figures total = review.total();
        Function<Map<String, String>, Optional<String>> list =
                filter -> links.cases(span.department(), span.from(), span.to(), filter);
        return List.of(
                new Tile("Mentions", total.mentions() + "", "heard, also what concerns nobody", VOLUME),
                new Tile("Cases", total.cases() + "", total.open() + " of them are open", list.apply(Map.of())),
                new Tile(
                        "Acknowledged",
                        percent(total.acknowledgedShare()),
                        "of the cases, without rerouted ones",
                        list.apply(Links.ACKNOWLEDGED)),
                new Tile(
                        "Resolved",
                        percent(total.resolvedShare()),
                        Shown.many(total.resolved(), "case", "cases") + "; " + total.dismissed() + " dismissed",
                        list.apply(Links.RESOLVED)),
                time("Time to acknowledge", total.timeToAcknowledge(), list.apply(Links.ACKNOWLEDGED)),
                time("Time to resolve", total.timeToResolve(), list.apply(Links.RESOLVED)),
                loop(review, list.apply(Links.FINISHED)),
                new Tile(
                        "Routing corrected",
                        total.corrected() + "",
                        "times a person moved a mention, or said it was not theirs",
                        list.apply(Links.CORRECTED)),
                reported(total, list.apply(Links.REPORTED)));
    }

    private static Tile time(String label, @Nullable Times times, Optional<String> href) {
        return times == null
                ? new Tile(label, NONE, "nothing yet", Optional.empty())
                : new Tile(
                        label,
                        Words.time(times.medianSeconds()),
                        "median; nine of ten within " + Words.time(times.p90Seconds()),
                        href);
    }

    private static Tile loop(Review review, Optional<String> href) {
        long closed = review.departments().stream()
                .mapToLong(one -> one.loop().closed())
                .sum();
        long done = review.departments().stream()
                .map(Review.Department::loop)
                .mapToLong(Loop::withOutcome)
                .sum();
        return closed == 0
                ? new Tile("Loop score", NONE, "nothing was closed yet", Optional.empty())
                : new Tile(
                        "Loop score",
                        Words.percent((double) done / closed),
                        done + " of " + closed + " closed cases have an outcome",
                        href);
    }

    private static Tile reported(Figures total, Optional<String> href) {
        String first = total.heardFirst() == 0 ? "" : "; " + total.heardFirst() + " before anybody else";
        return new Tile("Heard by employees", total.reported() + "", "mentions that they reported" + first, href);
    }

    private static String percent(@Nullable Double share) {
        return share == null ? NONE : Words.percent(share);
    }
}
