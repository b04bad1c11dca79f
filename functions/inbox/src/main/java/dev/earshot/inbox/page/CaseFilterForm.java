package dev.earshot.inbox.page;

import dev.earshot.core.casework.Outcome;
import dev.earshot.core.routing.Priority;
import dev.earshot.inbox.cases.CaseFilter;
import dev.earshot.inbox.cases.CaseFilter.Happened;
import dev.earshot.inbox.cases.CaseFilter.Mood;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The form that a list of cases is filtered by.
 *
 * @param departments those of the reader
 */
record CaseFilterForm(CaseFilter filter, List<Option> departments) {

    CaseFilterForm {
        departments = List.copyOf(departments);
    }

    /** Something that can be chosen. */
    record Option(String id, String name, boolean chosen) {}

    /** Where cases stand. */
    public List<Option> shows() {
        return options(CaseFilter.Show.values(), Optional.of(filter.show()));
    }

    /** What became of cases. */
    public List<Option> happenings() {
        return options(Happened.values(), filter.happened(), what -> switch (what) {
            case FINISHED -> "Resolved or dismissed";
            case CORRECTED -> "Routing corrected";
            case REPORTED -> "Reported by employees";
            default -> Shown.word(what);
        });
    }

    public List<Option> sentiments() {
        return options(Mood.values(), filter.sentiment(), mood -> mood == Mood.NONE ? "Not known" : Shown.word(mood));
    }

    public List<Option> priorities() {
        return options(Priority.values(), filter.priority());
    }

    public List<Option> outcomes() {
        return options(Outcome.Kind.values(), filter.outcome());
    }

    public String words() {
        return filter.words();
    }

    public String source() {
        return filter.source().orElse("");
    }

    public String from() {
        return filter.from().map(Object::toString).orElse("");
    }

    public String to() {
        return filter.to().map(Object::toString).orElse("");
    }

    /** Where the same cases are as a sheet. */
    public String sheet() {
        return "/cases.csv" + CaseQuery.write(filter);
    }

    /** Whether the rarer filters are in use, and so are shown. */
    public boolean more() {
        return filter.more();
    }

    /** Whether anything is filtered at all. */
    public boolean narrows() {
        return filter.narrows();
    }

    private static <E extends Enum<E>> List<Option> options(E[] all, Optional<E> chosen) {
        return options(all, chosen, Shown::word);
    }

    private static <E extends Enum<E>> List<Option> options(E[] all, Optional<E> chosen, Function<E, String> name) {
        return Arrays.stream(all)
                .map(one -> new Option(
                        one.name(), name.apply(one), chosen.filter(one::equals).isPresent()))
                .toList();
    }
}
