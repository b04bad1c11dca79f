package dev.earshot.inbox.council;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.metrics.Counted;
import dev.earshot.inbox.cases.CaseFilter.Happened;
import java.net.URLEncoder;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Where a figure's cases are listed; nowhere for whom may read the figure and not the cases. */
record Links(Caller caller) {

    static final Map<String, String> ACKNOWLEDGED = happened(Happened.ACKNOWLEDGED);
    static final Map<String, String> RESOLVED = happened(Happened.RESOLVED);
    static final Map<String, String> FINISHED = happened(Happened.FINISHED);
    static final Map<String, String> CORRECTED = happened(Happened.CORRECTED);
    static final Map<String, String> REPORTED = happened(Happened.REPORTED);

    /** Everything in these days. */
    Optional<String> cases(Optional<String> department, LocalDate from, LocalDate to) {
        return cases(department, from, to, Map.of());
    }

    /**
     * What of these days a filter shows.
     *
     * @param filter more parameters of the list, such as {@code outcome}
     */
    Optional<String> cases(Optional<String> department, LocalDate from, LocalDate to, Map<String, String> filter) {
        if (department.filter(Links::aside).isPresent()) {
            String page = department.get().equals(Counted.NOISE) ? "/noise" : "/unrouted";
            return Optional.of(page + "?from=" + from + "&to=" + to).filter(known -> Access.aside(caller));
        }
        if (!department.map(id -> Access.department(caller, id)).orElseGet(caller::council)) {
            return Optional.empty();
        }
        Map<String, String> parameters = new LinkedHashMap<>();
        department.ifPresent(id -> parameters.put("department", id));
        parameters.put("show", "all");
        parameters.putAll(filter);
        parameters.put("from", from.toString());
        parameters.put("to", to.toString());
        return Optional.of("/?" + query(parameters));
    }

    /** The page itself for other days. */
    static String page(String path, Span span) {
        Map<String, String> parameters = new LinkedHashMap<>();
        span.department().ifPresent(id -> parameters.put("department", id));
        parameters.put("from", span.from().toString());
        parameters.put("to", span.to().toString());
        return path + "?" + query(parameters);
    }

    static boolean aside(String who) {
        return who.equals(Counted.UNROUTED) || who.equals(Counted.NOISE);
    }

    private static Map<String, String> happened(Happened what) {
        return Map.of("happened", what.name());
    }

    private static String query(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
    }
}
