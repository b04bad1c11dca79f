package dev.earshot.inbox.page;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.HistoryEntry;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Department;
import dev.earshot.inbox.mentions.MentionReading.ReadMention;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A case as its own page shows it.
 *
 * @param words what was said; empty when it was deleted or erased
 * @param said when it was said, as far as is known
 * @param reported which colleagues told of it, as far as the reader may know; empty when none did
 * @param held the author, for whom may read what is held about one
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
        Optional<Time> said,
        Optional<String> reported,
        Optional<Author> held,
        Optional<Link> link,
        List<Reason> reasons,
        Optional<String> guidance,
        Optional<String> outcome,
        List<Entry> history,
        List<Choice> others,
        Optional<Attempt> attempt) {

    private static final Pattern TO = Pattern.compile("^To ([a-z][a-z0-9-]*)[.:]");

    /** A link to where it was said. */
    record Link(String url, String host) {}

    /** A time, for machines and for people. */
    record Time(String at, String shown) {}

    /** An author, as one asks what is held about them. */
    record Author(String source, String id) {}

    /** A line of the history. */
    record Entry(String at, String shown, String by, String action, String text) {}

    /** Something that can be chosen. */
    record Choice(String id, String name) {}

    /** Why the case was opened: what sort of reason, and which. */
    record Reason(String kind, String text) {}

    static CaseCard of(
            Case one,
            ReadMention read,
            List<Department> departments,
            Optional<Attempt> attempt,
            Caller reader,
            Instant now) {
        Department own = departments.stream()
                .filter(department -> department.id().equals(one.department()))
                .findFirst()
                .orElseGet(() ->
                        new Department(one.department(), one.department(), null, "", null, null, List.of(), List.of()));
        Mention mention = read.mention().mention();
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
                Optional.ofNullable(mention.createdAt()).map(at -> new Time(at.toString(), Shown.time(at))),
                reported(read, departments),
                Optional.ofNullable(mention.author())
                        .filter(author -> Access.erasure(reader))
                        .map(author -> new Author(mention.source(), AuthorKey.id(author))),
                Optional.ofNullable(mention.url())
                        .filter(Mention::isWebAddress)
                        .map(url -> new Link(url, Shown.host(url))),
                one.because().stream().map(CaseCard::reason).toList(),
                Optional.ofNullable(own.guidance()),
                Optional.ofNullable(one.outcome()).map(CaseCard::outcome),
                one.history().stream().map(entry -> entry(entry, departments)).toList(),
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
        String kind =
                switch (because.kind()) {
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

    private static Optional<String> reported(ReadMention read, List<Department> departments) {
        return Optional.ofNullable(read.reportedBy()).map(by -> {
            String where = by.department() == null ? "" : " of " + name(by.department(), departments);
            String who = read.reporters().stream()
                    .map(reporter -> Shown.words(reporter.name()))
                    .distinct()
                    .collect(Collectors.joining(", "));
            return "a colleague" + where + (who.isEmpty() ? "" : " (" + who + ")");
        });
    }

    private static String name(String id, List<Department> departments) {
        return departments.stream()
                .filter(department -> department.id().equals(id))
                .map(Department::name)
                .findFirst()
                .orElse(id);
    }

    /** What names a department by its id names it for people. */
    private static String words(HistoryEntry entry, List<Department> departments) {
        Matcher to = TO.matcher(entry.text());
        return entry.action().equals("rerouted") && to.find()
                ? "To " + name(to.group(1), departments)
                        + Shown.words(entry.text().substring(to.end(1)))
                : Shown.words(entry.text());
    }

    private static Entry entry(HistoryEntry entry, List<Department> departments) {
        return new Entry(
                entry.at().toString(),
                Shown.time(entry.at()),
                entry.by(),
                entry.action().replace('-', ' '),
                words(entry, departments));
    }
}
