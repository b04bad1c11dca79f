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
 * @param message what became of the last step, when it was not taken
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
        List<String> reasons,
        Optional<String> guidance,
        Optional<String> outcome,
        List<Entry> history,
        List<Choice> others,
        Optional<String> message) {

    /** A link to where it was said. */
    record Link(String url, String host) {}

    /** A line of the history. */
    record Entry(String at, String shown, String by, String action, String text) {}

    /** Something that can be chosen. */
    record Choice(String id, String name) {}

    static CaseCard of(
            Case one, AnalyzedMention said, List<Department> departments, Optional<String> message, Instant now) {
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
                Optional.ofNullable(mention.url()).map(url -> new Link(url, Shown.host(url))),
                one.because().stream().map(Because::text).map(Shown::words).toList(),
                Optional.ofNullable(own.guidance()),
                Optional.ofNullable(one.outcome()).map(CaseCard::outcome),
                one.history().stream().map(CaseCard::entry).toList(),
                departments.stream()
                        .filter(department -> !department.id().equals(one.department()))
                        .map(department -> new Choice(department.id(), department.name()))
                        .toList(),
                message);
    }

    /** The ways in which a case can be resolved. */
    public List<Choice> outcomes() {
        return Arrays.stream(Outcome.Kind.values())
                .map(kind -> new Choice(kind.name(), Shown.word(kind)))
                .toList();
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
