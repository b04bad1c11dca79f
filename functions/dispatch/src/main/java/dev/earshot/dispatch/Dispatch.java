package dev.earshot.dispatch;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.MentionStore;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.ErasureLedger;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.notice.NoticePublisher;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Router;
import dev.earshot.core.routing.RuleBook;
import dev.earshot.edge.Hop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

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
    private final ErasureLedger ledger;
    private final NoticePublisher publisher;
    private final String publicUrl;
    private final Clock clock;

    /**
     * @param rules the departments as they are now
     * @param ledger whose words came too late to be kept
     * @param publicUrl the address of the inbox, which links begin with, without a slash at its end
     */
    public Dispatch(
            Supplier<RuleBook> rules,
            MentionStore store,
            ErasureLedger ledger,
            NoticePublisher publisher,
            String publicUrl,
            Clock clock) {
        this.rules = rules;
        this.store = store;
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
            Change change = Change.of(stored, heard, router.decide(heard), now);
            if (change instanceof Change.Nothing nothing) {
                Hop.DISPATCHED.logFor(heard.id().value(), "nothing new: this version or a later one is stored");
                return repair(nothing.stored(), book, now);
            }
            Change.Write write = (Change.Write) change;
            if (store.write(write)) {
                Hop.DISPATCHED.logFor(heard.id().value(), DispatchedLine.of(write));
                publish(write.opened(), write.mention(), book);
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
