package dev.earshot.inbox.page;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.HistoryEntry;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Department;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A case as its own page shows it.
 *
 * @param words what was said; empty when it was deleted or erased
 * @param guidance how the department answers
 * @param others where it can be rerouted to
 * @param attempt the last step, when it was not taken
 */
record CaseCard(
        String id,
        long version,
        String department,
        CaseRow row,
        boolean open,
        boolean fresh,
        Optional<String> title,
        Optional<String> words,
        String author,
        Optional<Link> link,
        List<Reason> reasons,
        Optional<String> guidance,
        Optional<String> outcome,
        List<Entry> history,
        List<Choice> others,
        Optional<Attempt> attempt) {

    /** A link to where it was said. */
    record Link(String url, String host) {}

    /** A line of the history. */
    record Entry(String at, String shown, String by, String action, String text) {}

    /** Something that can be chosen. */
    record Choice(String id, String name) {}

    /** Why the case was opened: what sort of reason, and which. */
    record Reason(String kind, String text) {}

    static CaseCard of(
            Case one, AnalyzedMention said, List<Department> departments, Optional<Attempt> attempt, Instant now) {
        Department own = departments.stream()
                .filter(department -> department.id().equals(one.department()))
                .findFirst()
                .orElseGet(() ->
                        new Department(one.department(), one.department(), null, "", null, null, List.of(), List.of()));
        Mention mention = said.mention();
        return new CaseCard(
                one.id().toString(),
                one.version(),
                own.name(),
                CaseRow.of(one, own.name(), now),
                one.open(),
                one.status() == CaseStatus.NEW,
                Optional.ofNullable(mention.title()).map(Shown::words),
                Optional.ofNullable(mention.text()).map(Shown::words),
                mention.author() == null ? "" : Shown.words(mention.author().shown()),
                Optional.ofNullable(mention.url()).filter(Mention::isWebAddress).map(url -> new Link(url, Shown.host(url))),
                one.because().stream().map(CaseCard::reason).toList(),
                Optional.ofNullable(own.guidance()),
                Optional.ofNullable(one.outcome()).map(CaseCard::outcome),
                one.history().stream().map(CaseCard::entry).toList(),
                departments.stream()
                        .filter(department -> !department.id().equals(one.department()))
                        .map(department -> new Choice(department.id(), department.name()))
                        .toList(),
                attempt);
    }

    /** Why the last step was not taken. */
    public Optional<String> message() {
        return attempt.map(Attempt::message);
    }

    /** What others did since the page was shown whose step was not taken. */
    public List<Entry> changed() {
        int many = attempt.map(last -> last.missed(version)).orElse(0);
        return history.subList(Math.max(0, history.size() - many), history.size());
    }

    /** Whether the form of a step is to be seen at once: the one that was sent, else the one that comes next. */
    public boolean shows(String step) {
        return attempt.map(last -> last.step().equals(step)).orElse(!fresh && step.equals("resolve"));
    }

    /** What somebody wrote into the form of a step that was not taken. */
    public String draft(String step) {
        return attempt.filter(last -> last.step().equals(step))
                .map(Attempt::text)
                .orElse("");
    }

    /** Whether somebody chose this in the form that was not taken. */
    public boolean chose(String choice) {
        return attempt.filter(last -> choice.equals(last.choice())).isPresent();
    }

    /** The ways in which a case can be resolved. */
    public List<Choice> outcomes() {
        return Arrays.stream(Outcome.Kind.values())
                .map(kind -> new Choice(kind.name(), Shown.word(kind)))
                .toList();
    }

    private static Reason reason(Because because) {
        String kind = switch (because.kind()) {
            case RULE -> "A rule";
            case EXAMPLE -> "Like an example";
            case SCORE -> "It fits";
            case SAFETY -> "Safety";
            case PERSON -> "Somebody sent it";
        };
        return new Reason(kind, Shown.words(because.text()));
    }

    private static String outcome(Outcome outcome) {
        return Shown.word(outcome.kind()) + ": " + Shown.words(outcome.text());
    }

    private static Entry entry(HistoryEntry entry) {
        return new Entry(
                entry.at().toString(),
                Shown.time(entry.at()),
                entry.by(),
                entry.action().replace('-', ' '),
                Shown.words(entry.text()));
    }
}
