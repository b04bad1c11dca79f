package dev.earshot.inbox.council;

import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.metrics.Counted;
import dev.earshot.core.metrics.Figures;
import dev.earshot.core.metrics.Review;
import dev.earshot.inbox.export.Csv;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The figures as a table for spreadsheets: a row for each department and day. */
final class CouncilSheet {

    private static final List<String> SENTIMENTS = Stream.concat(
                    Arrays.stream(Sentiment.values()).map(Enum::name), Stream.of(Counted.NO_SENTIMENT))
            .toList();
    private static final List<String> OUTCOMES =
            Arrays.stream(Outcome.Kind.values()).map(Enum::name).toList();

    private CouncilSheet() {}

    static String of(Review review) {
        List<String> sources =
                new ArrayList<>(new TreeSet<>(review.total().sources().keySet()));
        Csv csv = new Csv();
        csv.row(titles(sources));
        for (Review.Department department : review.departments()) {
            for (Review.Bucket day : department.buckets()) {
                csv.row(row(department.id(), day, sources));
            }
        }
        return csv.text();
    }

    private static List<Object> titles(List<String> sources) {
        List<Object> titles = new ArrayList<>(List.of(
                "department",
                "day",
                "mentions",
                "cases",
                "open",
                "acknowledged",
                "resolved",
                "dismissed",
                "rerouted",
                "corrected",
                "reported by employees",
                "heard first by employees",
                "median seconds to acknowledge",
                "p90 seconds to acknowledge",
                "median seconds to resolve",
                "p90 seconds to resolve"));
        OUTCOMES.forEach(kind -> titles.add("outcome " + kind));
        SENTIMENTS.forEach(kind -> titles.add("sentiment " + kind));
        sources.forEach(source -> titles.add("source " + source));
        return titles;
    }

    private static List<Object> row(String department, Review.Bucket day, List<String> sources) {
        Figures figures = day.figures();
        List<Object> row = new ArrayList<>(List.of(
                department,
                day.start().atZone(ZoneOffset.UTC).toLocalDate().toString(),
                figures.mentions(),
                figures.cases(),
                figures.open(),
                figures.acknowledged(),
                figures.resolved(),
                figures.dismissed(),
                figures.rerouted(),
                figures.corrected(),
                figures.reported(),
                figures.heardFirst()));
        Stream.of(Optional.ofNullable(figures.timeToAcknowledge()), Optional.ofNullable(figures.timeToResolve()))
                .forEach(times -> {
                    row.add(times.<Object>map(took -> took.medianSeconds()).orElse(""));
                    row.add(times.<Object>map(took -> took.p90Seconds()).orElse(""));
                });
        row.addAll(counts(figures.outcomes(), OUTCOMES));
        row.addAll(counts(figures.sentiments(), SENTIMENTS));
        row.addAll(counts(figures.sources(), sources));
        return row;
    }

    private static List<Long> counts(Map<String, Long> counts, List<String> names) {
        return names.stream().map(name -> counts.getOrDefault(name, 0L)).toList();
    }
}
