package dev.earshot.inbox.council;

import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.metrics.Counted;
import dev.earshot.core.metrics.Figures;
import dev.earshot.core.metrics.Review;
import dev.earshot.core.metrics.Times;
import dev.earshot.inbox.council.Table.Cell;
import dev.earshot.inbox.council.Table.Row;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The figures that are drawn over time, and those by department. */
final class Pictures {

    private static final int MOST_DAYS = 45;
    private static final int MOST_SOURCES = 7;
    private static final String COUNT = "count";

    private final Review review;
    private final Span span;
    private final Map<String, String> names;
    private final Links links;

    /** @param names the departments' names by id */
    Pictures(Review review, Span span, Map<String, String> names, Links links) {
        this.review = review;
        this.span = span;
        this.names = names;
        this.links = links;
    }

    /** Every picture, as a table. */
    List<Table> all() {
        return List.of(volume(), sources(), sentiments(), shares(), times(), outcomes());
    }

    private Table volume() {
        List<Review.Department> all = review.departments();
        return overTime(
                "volume",
                "Volume by department",
                "Cases by the day on which they were opened; of what concerns no department, mentions.",
                all.stream().map(one -> name(one.id())).toList(),
                part -> all.stream()
                        .map(one -> Cell.count(
                                sum(one, part, Links.aside(one.id()) ? Figures::mentions : Figures::cases),
                                links.cases(Optional.of(one.id()), part.from(), part.to())))
                        .toList());
    }

    private Table sources() {
        Map<String, Long> volumes = new TreeMap<>();
        departments()
                .forEach(one -> one.total().sources().forEach((name, many) -> volumes.merge(name, many, Long::sum)));
        List<String> largest = volumes.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<String> shown = largest.subList(0, Math.min(MOST_SOURCES, largest.size()));
        boolean more = largest.size() > shown.size();
        return overTime(
                "sources",
                "Cases by source",
                "Where what became cases was said.",
                more ? with(shown, "All others") : shown,
                part -> {
                    List<Cell> cells = cells(part, shown, Figures::sources, source -> Map.of("source", source));
                    long all = departments()
                            .mapToLong(one -> sum(one, part, day -> total(day.sources())))
                            .sum();
                    long known = cells.stream()
                            .mapToLong(cell -> Long.parseLong(cell.value()))
                            .sum();
                    return more
                            ? with(
                                    cells,
                                    Cell.count(all - known, links.cases(span.department(), part.from(), part.to())))
                            : cells;
                });
    }

    private Table sentiments() {
        List<String> kinds =
                with(Arrays.stream(Sentiment.values()).map(Enum::name).toList(), Counted.NO_SENTIMENT);
        return overTime(
                "sentiment",
                "Cases by sentiment",
                "How what became cases sounds; without where it cannot be told.",
                kinds.stream()
                        .map(kind -> kind.equals(Counted.NO_SENTIMENT) ? "Without" : Words.word(kind))
                        .toList(),
                part -> cells(part, kinds, Figures::sentiments, kind -> Map.of("sentiment", kind)));
    }

    private Table shares() {
        return byDepartment(
                "shares",
                "Acknowledged and resolved",
                "Of the cases opened in these days, without rerouted ones, as they stand now.",
                "percent",
                List.of("Acknowledged", "Resolved"),
                one -> List.of(
                        Cell.share(
                                Optional.ofNullable(one.total().acknowledgedShare()), cases(one, Links.ACKNOWLEDGED)),
                        Cell.share(Optional.ofNullable(one.total().resolvedShare()), cases(one, Links.RESOLVED))));
    }

    private Table times() {
        return byDepartment(
                "times",
                "Time to acknowledge and to resolve",
                "Half of the cases took no longer than the median, nine of ten no longer than the 90th percentile"
                        + " (p90); each at most 10 % off.",
                "seconds",
                List.of("Acknowledge, median", "Acknowledge, p90", "Resolve, median", "Resolve, p90"),
                one -> Stream.concat(
                                times(one.total().timeToAcknowledge(), cases(one, Links.ACKNOWLEDGED)),
                                times(one.total().timeToResolve(), cases(one, Links.RESOLVED)))
                        .toList());
    }

    private static Stream<Cell> times(@Nullable Times times, Optional<String> href) {
        Optional<Times> known = Optional.ofNullable(times);
        return Stream.of(
                Cell.time(known.map(Times::medianSeconds), href), Cell.time(known.map(Times::p90Seconds), href));
    }

    private Table outcomes() {
        List<String> kinds =
                Arrays.stream(Outcome.Kind.values()).map(Enum::name).toList();
        return byDepartment(
                "outcomes",
                "Outcomes",
                "What became of the resolved cases.",
                COUNT,
                kinds.stream().map(Words::word).toList(),
                one -> kinds.stream()
                        .map(kind -> Cell.count(
                                one.total().outcomes().getOrDefault(kind, 0L), cases(one, Map.of("outcome", kind))))
                        .toList());
    }

    /** Some days. */
    private record Part(int begin, int end, LocalDate from, LocalDate to) {}

    private Table overTime(
            String id, String title, String about, List<String> columns, Function<Part, List<Cell>> cells) {
        List<Row> rows = parts().stream()
                .map(part -> new Row(Words.days(part.from(), part.to()), cells.apply(part)))
                .toList();
        return new Table(id, title, about, COUNT, "Day", columns, rows);
    }

    private Table byDepartment(
            String id,
            String title,
            String about,
            String unit,
            List<String> columns,
            Function<Review.Department, List<Cell>> cells) {
        List<Row> rows = departments()
                .filter(one -> one.total().cases() > 0)
                .map(one -> new Row(name(one.id()), cells.apply(one)))
                .toList();
        return new Table(id, title, about, unit, "Department", columns, rows);
    }

    /** Days, or weeks where there are too many days to tell apart. */
    private List<Part> parts() {
        int days = (int) span.days();
        int step = days > MOST_DAYS ? 7 : 1;
        List<Part> parts = new ArrayList<>();
        for (int begin = 0; begin < days; begin += step) {
            int end = Math.min(days, begin + step);
            parts.add(new Part(
                    begin, end, span.from().plusDays(begin), span.from().plusDays(end - 1L)));
        }
        return parts;
    }

    private List<Cell> cells(
            Part part,
            List<String> names,
            Function<Figures, Map<String, Long>> counts,
            Function<String, Map<String, String>> filter) {
        return names.stream()
                .map(name -> Cell.count(
                        departments()
                                .mapToLong(one ->
                                        sum(one, part, day -> counts.apply(day).getOrDefault(name, 0L)))
                                .sum(),
                        links.cases(span.department(), part.from(), part.to(), filter.apply(name))))
                .toList();
    }

    private static long sum(Review.Department one, Part part, ToLongFunction<Figures> figure) {
        return one.buckets().subList(part.begin(), part.end()).stream()
                .mapToLong(day -> figure.applyAsLong(day.figures()))
                .sum();
    }

    private Stream<Review.Department> departments() {
        return review.departments().stream().filter(one -> !Links.aside(one.id()));
    }

    private Optional<String> cases(Review.Department one, Map<String, String> filter) {
        return links.cases(Optional.of(one.id()), span.from(), span.to(), filter);
    }

    private String name(String id) {
        return names.getOrDefault(id, id);
    }

    private static long total(Map<String, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    private static <T> List<T> with(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}
