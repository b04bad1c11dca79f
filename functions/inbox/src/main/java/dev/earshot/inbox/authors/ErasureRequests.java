package dev.earshot.inbox.authors;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry.Action;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.erasure.ErasureLedger;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.MessageSink;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;

/** The use case: the council has an author's words erased. It is written down first, then queued to be done. */
public final class ErasureRequests {

    private final ErasureLedger ledger;
    private final MessageSink erasures;
    private final AuditLog audit;
    private final Auditor auditor;
    private final Clock clock;

    /** @param erasures the erasures queue */
    public ErasureRequests(ErasureLedger ledger, MessageSink erasures, AuditLog audit, Auditor auditor, Clock clock) {
        this.ledger = ledger;
        this.erasures = erasures;
        this.audit = audit;
        this.auditor = auditor;
        this.clock = clock;
    }

    /** What became of a request. */
    public enum Answer {
        QUEUED,
        NOT_ALLOWED,
        /** The queue did not take it; asking again is safe. */
        TRY_AGAIN
    }

    /** Has everything erased that {@code source} heard from the author up to now. */
    public Answer erase(Caller caller, String source, String authorId) {
        if (!Access.erasure(caller)) {
            return Answer.NOT_ALLOWED;
        }
        Erasure erasure = new Erasure(AuthorKey.of(source, authorId), clock.instant());
        // Another table: who died in between asked, and may ask again.
        audit.add(auditor.entry(
                clock.instant(),
                caller,
                Action.ERASURE_REQUESTED,
                erasure.author().value(),
                "of " + source));
        ledger.add(erasure);
        return queued(Map.of(erasure.author().value(), QueueForms.write(erasure)));
    }

    /** Has everything erased again that was ever asked to be: for a table that was restored from a backup. */
    public Answer eraseAgain(Caller caller) {
        if (!Access.erasure(caller)) {
            return Answer.NOT_ALLOWED;
        }
        audit.add(auditor.entry(clock.instant(), caller, Action.ERASURES_REPEATED, "all", ""));
        AuthorKey after = null;
        do {
            ErasureLedger.Entries entries = ledger.entries(after);
            Map<String, String> messages = new LinkedHashMap<>();
            entries.items().forEach(one -> messages.put(one.author().value(), QueueForms.write(one)));
            if (queued(messages) == Answer.TRY_AGAIN) {
                return Answer.TRY_AGAIN;
            }
            after = entries.next();
        } while (after != null);
        return Answer.QUEUED;
    }

    private Answer queued(Map<String, String> messages) {
        return erasures.send(messages).isEmpty() ? Answer.QUEUED : Answer.TRY_AGAIN;
    }
}
