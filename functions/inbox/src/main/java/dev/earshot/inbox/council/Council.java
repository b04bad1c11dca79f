package dev.earshot.inbox.council;

import dev.earshot.core.metrics.Loop;
import dev.earshot.core.metrics.Review;
import dev.earshot.inbox.layout.Assets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The page.
 *
 * @param choices the departments that one can choose
 * @param tooMuch whether so much was asked for that nothing was read
 */
record Council(
        Span span,
        List<Choice> choices,
        List<Choice> periods,
        boolean tooMuch,
        boolean silent,
        List<Tile> tiles,
        List<Table> pictures,
        List<LoopRow> loops) {

    private static final List<Integer> PERIODS = List.of(7, 30, 90);

    Council {
        choices = List.copyOf(choices);
        periods = List.copyOf(periods);
        tiles = List.copyOf(tiles);
        pictures = List.copyOf(pictures);
        loops = List.copyOf(loops);
    }

    /** Something that can be chosen: a department's id, or a link. */
    record Choice(String id, String name, boolean chosen) {}

    /** A department's loop, in words. */
    record LoopRow(String department, String score, String closed, String volume, Optional<String> href) {}

    /** The page of what was read. */
    static Council of(Optional<Review> read, Span span, Map<String, String> departments, Links links, LocalDate today) {
        List<Choice> periods = PERIODS.stream()
                .map(days -> {
                    Span last = span.last(days, today);
                    return new Choice(Links.page("/council", last), "Last " + days + " days", last.equals(span));
                })
                .toList();
        List<Choice> choices = departments.entrySet().stream()
                .map(one -> new Choice(
                        one.getKey(),
                        one.getValue(),
                        span.department().filter(one.getKey()::equals).isPresent()))
                .toList();
        if (read.isEmpty()) {
            return new Council(span, choices, periods, true, false, List.of(), List.of(), List.of());
        }
        Review review = read.get();
        boolean silent = review.total().mentions() == 0 && review.total().cases() == 0;
        return new Council(
                span,
                choices,
                periods,
                false,
                silent,
                Tile.of(review, span, links),
                silent ? List.of() : new Pictures(review, span, departments, links).all(),
                loops(review, span, departments, links).toList());
    }

    public String from() {
        return span.from().toString();
    }

    public String to() {
        return span.to().toString();
    }

    public String days() {
        return Words.days(span.from(), span.to()) + " " + span.to().getYear();
    }

    public String sheet() {
        return Links.page("/council/export.csv", span);
    }

    public String css() {
        return Assets.COUNCIL_CSS.path();
    }

    public String script() {
        return Assets.COUNCIL.path();
    }

    public String charts() {
        return Assets.CHARTS.path();
    }

    private static Stream<LoopRow> loops(Review review, Span span, Map<String, String> names, Links links) {
        return review.departments().stream()
                .filter(one -> one.loop().closed() > 0)
                .map(one -> new LoopRow(
                        names.getOrDefault(one.id(), one.id()),
                        one.loop().score() == null
                                ? "–"
                                : Words.percent(one.loop().score()),
                        one.loop().withOutcome() + " of " + one.loop().closed(),
                        volume(Optional.ofNullable(one.loop().volume())),
                        links.cases(Optional.of(one.id()), span.from(), span.to(), Links.FINISHED)));
    }

    private static String volume(Optional<Loop.Volume> volume) {
        return volume.map(known -> {
                    LocalDate day = known.around().atZone(ZoneOffset.UTC).toLocalDate();
                    return (known.fell() ? "Yes: " : "No: ") + known.before() + " before and " + known.after()
                            + " after " + Words.days(day, day);
                })
                .orElse("Not enough to tell yet");
    }
}
