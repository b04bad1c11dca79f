package dev.earshot.dispatch;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.MentionStore;
import dev.earshot.core.casework.ReportedLinks;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.ErasureLedger;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.notice.NoticePublisher;
import dev.earshot.core.routing.Decision;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Router;
import dev.earshot.core.routing.RuleBook;
import dev.earshot.edge.Hop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The use case: decide, store, publish, each so that doing it again changes nothing.
 *
 * <p>A case remembers whether its notice was published. Who finds a case of an earlier delivery whose notice was not
 * publishes it, unless that delivery may still be at it.
 */
public final class Dispatch {

    /** Longer than a function may run: after that, whoever opened a case is no longer about to publish its notice. */
    static final Duration PUBLISHING = Duration.ofSeconds(15);

    private static final int ATTEMPTS = 8;

    private final Supplier<RuleBook> rules;
    private final MentionStore store;
    private final ReportedLinks reports;
    private final Consumer<Change.Write> links;
    private final ErasureLedger ledger;
    private final NoticePublisher publisher;
    private final String publicUrl;
    private final Clock clock;

    /**
     * @param rules the departments as they are now
     * @param reports what employees reported, and where it can be read
     * @param links is told of what was stored, to count what it links to
     * @param ledger whose words came too late to be kept
     * @param publicUrl the address of the inbox, which links begin with, without a slash at its end
     */
    public Dispatch(
            Supplier<RuleBook> rules,
            MentionStore store,
            ReportedLinks reports,
            Consumer<Change.Write> links,
            ErasureLedger ledger,
            NoticePublisher publisher,
            String publicUrl,
            Clock clock) {
        this.rules = rules;
        this.store = store;
        this.reports = reports;
        this.links = links;
        this.ledger = ledger;
        this.publisher = publisher;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Dispatches one analyzed mention. Outages throw. */
    public Dispatched dispatch(AnalyzedMention arrived) {
        AnalyzedMention heard =
                erasedMeanwhile(arrived) ? new AnalyzedMention(arrived.mention().erased(), null) : arrived;
        RuleBook book = rules.get();
        Router router = new Router(book);
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Instant now = clock.instant();
            StoredMention stored = store.find(heard.id()).orElse(null);
            Optional<StoredMention> report = reportOf(heard, stored);
            Decision decision = report.map(Dispatch::worked).orElseGet(() -> router.decide(heard));
            Change change = Change.of(stored, heard, decision, now);
            if (change instanceof Change.Nothing nothing) {
                Hop.DISPATCHED.logFor(heard.id().value(), "nothing new: this version or a later one is stored");
                return repair(nothing.stored(), book, now);
            }
            Change.Write write = (Change.Write) change;
            if (store.write(write)) {
                Hop.DISPATCHED.logFor(heard.id().value(), DispatchedLine.of(write));
                publish(write.opened(), write.mention(), book);
                links.accept(write);
                report.ifPresent(quoted -> attribute(quoted, heard.mention()));
                return new Dispatched.Stored(
                        write.opened().size(), write.opened().size());
            }
        }
        return new Dispatched.Busy("its items are being written by others");
    }

    /** Whether its author was erased while it was under way, or waited in a dead-letter queue. */
    private boolean erasedMeanwhile(AnalyzedMention arrived) {
        return AuthorKey.of(arrived.mention())
                .flatMap(ledger::of)
                .filter(erasure -> erasure.covers(arrived.mention().receivedAt()))
                .isPresent();
    }

    /** What an employee reported of this public post before it came in, if a department has it. */
    private Optional<StoredMention> reportOf(AnalyzedMention heard, @Nullable StoredMention stored) {
        Mention mention = heard.mention();
        boolean mayQuote = stored == null || stored.mention().reportedBefore();
        if (!mayQuote || mention.url() == null || mention.reportedBy() != null) {
            return Optional.empty();
        }
        return reports.find(mention.url())
                .filter(id -> !id.equals(mention.id()))
                .flatMap(store::find)
                .filter(report -> !report.cases().isEmpty());
    }

    private static Decision worked(StoredMention report) {
        return new Decision.Noise(
                new Analysis.Noise(Analysis.Noise.REPORTED, "a colleague reported it before as " + report.mention().id()));
    }

    /** What was quoted goes with what was said: an erasure of the author takes both. */
    private void attribute(StoredMention report, Mention said) {
        AuthorKey.of(said)
                .ifPresent(author -> store.attribute(
                        report.mention().id(), report.mention().mention().receivedAt(), author));
    }

    /** Publishes what an earlier delivery stored but did not get round to publish. */
    private Dispatched repair(StoredMention stored, RuleBook book, Instant now) {
        List<Case> awaiting = stored.cases().stream()
                .filter(one -> stored.awaitingNotice().contains(one.department()))
                .toList();
        if (awaiting.stream().anyMatch(one -> one.openedAt().plus(PUBLISHING).isAfter(now))) {
            return new Dispatched.Busy("an earlier delivery may still be publishing its notices");
        }
        publish(awaiting, stored.mention(), book);
        return new Dispatched.Stored(0, awaiting.size());
    }

    private void publish(List<Case> cases, AnalyzedMention mention, RuleBook book) {
        for (Case one : cases) {
            if (!mention.mention().deleted()) {
                Department department = department(book, one.department());
                publisher.publish(Notice.opened(one, department, mention, publicUrl, clock.instant()));
            }
            store.noticed(one.id());
        }
    }

    /** The department of a case; one that was removed since is told by its id. */
    private static Department department(RuleBook book, String id) {
        return book.departments().stream()
                .filter(department -> department.id().equals(id))
                .findFirst()
                .orElseGet(() -> new Department(id, id, null, "", null, null, List.of(), List.of()));
    }
}
