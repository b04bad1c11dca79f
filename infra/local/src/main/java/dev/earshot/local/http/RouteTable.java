package dev.earshot.local.http;

import dev.earshot.local.lambda.Invoker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An HTTP API's routes, the most specific first. */
final class RouteTable {

    /** What a request found. */
    record Match(Route route, Map<String, String> parameters, Invoker function) {}

    private record Entry(Route route, Invoker function) {}

    private final List<Entry> entries = new ArrayList<>();

    RouteTable(Map<String, Invoker> functions) {
        functions.forEach((key, function) -> entries.add(new Entry(Route.parse(key), function)));
        entries.sort(Comparator.comparing(Entry::route, RouteTable::compare));
    }

    /** The function that this request belongs to. */
    Optional<Match> find(String method, String rawPath) {
        List<String> path = Route.split(rawPath);
        for (Entry entry : entries) {
            Optional<Map<String, String>> parameters = entry.route().match(path);
            if (entry.route().takes(method) && parameters.isPresent()) {
                return Optional.of(new Match(entry.route(), parameters.get(), entry.function()));
            }
        }
        return Optional.empty();
    }

    /** By path, segment by segment; the same path for one method before {@code ANY}; {@code $default} last. */
    private static int compare(Route one, Route other) {
        List<Route.Kind> kinds = one.kinds();
        List<Route.Kind> others = other.kinds();
        for (int i = 0; i < Math.min(kinds.size(), others.size()); i++) {
            int bySegment = kinds.get(i).compareTo(others.get(i));
            if (bySegment != 0) {
                return bySegment;
            }
        }
        int byLength = Integer.compare(others.size(), kinds.size());
        return byLength != 0 ? byLength : Boolean.compare(other.isForOneMethod(), one.isForOneMethod());
    }
}
