package dev.earshot.local.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * One route of an HTTP API.
 *
 * @param key as the template has it: {@code POST /hooks/{source}}, {@code ANY /{proxy+}} or {@code $default}
 * @param method the verb, or {@code ANY}
 * @param segments what is between the slashes; none for {@code $default}
 */
record Route(String key, String method, List<String> segments) {

    static final String DEFAULT_KEY = "$default";

    private static final String ANY = "ANY";

    static Route parse(String key) {
        if (key.equals(DEFAULT_KEY)) {
            return new Route(key, ANY, List.of());
        }
        String[] parts = key.split(" ", -1);
        if (parts.length != 2 || !parts[1].startsWith("/")) {
            throw new IllegalArgumentException("not a route key (METHOD /path or $default): " + key);
        }
        return new Route(key, parts[0], split(parts[1]));
    }

    /** What is between a path's slashes; {@code /} has one empty segment. */
    static List<String> split(String path) {
        return List.of(path.substring(1).split("/", -1));
    }

    /** Decodes percent signs alone: a plus in a path is a plus. */
    static String decode(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    boolean takes(String verb) {
        return method.equals(ANY) || method.equals(verb);
    }

    boolean isForOneMethod() {
        return !method.equals(ANY);
    }

    /** The path's decoded parameters, when this route has such a path. */
    Optional<Map<String, String>> match(List<String> path) {
        if (key.equals(DEFAULT_KEY)) {
            return Optional.of(Map.of());
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        for (int i = 0; i < segments.size(); i++) {
            Kind kind = kind(i);
            if (i >= path.size() || !kind.accepts(segments.get(i), path.get(i))) {
                return Optional.empty();
            }
            if (kind == Kind.GREEDY) {
                parameters.put(name(i), decode(String.join("/", path.subList(i, path.size()))));
                return Optional.of(parameters);
            }
            if (kind == Kind.VARIABLE) {
                parameters.put(name(i), decode(path.get(i)));
            }
        }
        return segments.size() == path.size() ? Optional.of(parameters) : Optional.empty();
    }

    /** How specific each segment is; {@code $default} has none and so comes last. */
    List<Kind> kinds() {
        return IntStream.range(0, segments.size()).mapToObj(this::kind).toList();
    }

    private Kind kind(int index) {
        String segment = segments.get(index);
        if (!segment.startsWith("{")) {
            return Kind.LITERAL;
        }
        return segment.endsWith("+}") ? Kind.GREEDY : Kind.VARIABLE;
    }

    private String name(int index) {
        return segments.get(index).replaceAll("[{+}]", "");
    }

    /** Kinds of segment, the most specific first. */
    enum Kind {
        LITERAL,
        VARIABLE,
        GREEDY;

        boolean accepts(String segment, String value) {
            return this == LITERAL ? segment.equals(decode(value)) : !value.isEmpty();
        }
    }
}
