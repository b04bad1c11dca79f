package dev.earshot.inbox.page;

import dev.earshot.core.casework.Outcome;
import dev.earshot.core.routing.Priority;
import dev.earshot.inbox.cases.CaseFilter;
import dev.earshot.inbox.cases.CaseFilter.Happened;
import dev.earshot.inbox.cases.CaseFilter.Mood;
import dev.earshot.inbox.cases.CaseFilter.Show;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A filter as the address of a page says it. What makes no sense there filters nothing; the page's form shows what does. */
final class CaseQuery {

    private static final String DEPARTMENT = "department";
    private static final String SHOW = "show";
    private static final String HAPPENED = "happened";
    private static final String SOURCE = "source";
    private static final String SENTIMENT = "sentiment";
    private static final String PRIORITY = "priority";
    private static final String OUTCOME = "outcome";
    private static final String FROM = "from";
    private static final String TO = "to";
    private static final String WORDS = "q";

    private CaseQuery() {}

    /**
     * Reads a filter.
     *
     * @param parameter gives the value of a parameter of the address, null when it is not there
     */
    static CaseFilter read(UnaryOperator<@Nullable String> parameter) {
        return new CaseFilter(
                text(parameter.apply(DEPARTMENT)),
                constant(Show.class, parameter.apply(SHOW)).orElse(Show.OPEN),
                constant(Happened.class, parameter.apply(HAPPENED)),
                text(parameter.apply(SOURCE)),
                constant(Mood.class, parameter.apply(SENTIMENT)),
                constant(Priority.class, parameter.apply(PRIORITY)),
                constant(Outcome.Kind.class, parameter.apply(OUTCOME)),
                day(parameter.apply(FROM)),
                day(parameter.apply(TO)),
                text(parameter.apply(WORDS)).orElse(""));
    }

    /** The same filter as an address says it, from the question mark on. */
    static String write(CaseFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put(SHOW, filter.show().name().toLowerCase(Locale.ROOT));
        filter.department().ifPresent(value -> parameters.put(DEPARTMENT, value));
        filter.happened().ifPresent(value -> parameters.put(HAPPENED, value.name()));
        filter.source().ifPresent(value -> parameters.put(SOURCE, value));
        filter.sentiment().ifPresent(value -> parameters.put(SENTIMENT, value.name()));
        filter.priority().ifPresent(value -> parameters.put(PRIORITY, value.name()));
        filter.outcome().ifPresent(value -> parameters.put(OUTCOME, value.name()));
        filter.from().ifPresent(value -> parameters.put(FROM, value.toString()));
        filter.to().ifPresent(value -> parameters.put(TO, value.toString()));
        parameters.put(WORDS, filter.words());
        return parameters.entrySet().stream()
                .filter(parameter -> !parameter.getValue().isEmpty())
                .map(parameter ->
                        parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static Optional<String> text(@Nullable String value) {
        return Optional.ofNullable(value).map(String::strip).filter(given -> !given.isEmpty());
    }

    private static <E extends Enum<E>> Optional<E> constant(Class<E> type, @Nullable String value) {
        return Arrays.stream(type.getEnumConstants())
                .filter(one -> one.name().equalsIgnoreCase(value))
                .findFirst();
    }

    static Optional<LocalDate> day(@Nullable String value) {
        try {
            return text(value).map(LocalDate::parse).filter(day -> day.getYear() > 0 && day.getYear() < 9999);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
