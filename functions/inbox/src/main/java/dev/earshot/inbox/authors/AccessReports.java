package dev.earshot.inbox.authors;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry.Action;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.erasure.AuthorRecords;
import dev.earshot.core.erasure.AuthorRecords.Held;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.erasure.ErasureLedger;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The use case: the council tells an author what is held about them (article 15 of the GDPR). That somebody asked is
 * written down before the answer is given.
 */
public final class AccessReports {

    /** A function answers with 6 MB at most. */
    private static final int MOST_BYTES = 3 * 1024 * 1024;

    private final AuthorRecords records;
    private final ErasureLedger ledger;
    private final AuditLog audit;
    private final Auditor auditor;
    private final Clock clock;

    public AccessReports(AuthorRecords records, ErasureLedger ledger, AuditLog audit, Auditor auditor, Clock clock) {
        this.records = records;
        this.ledger = ledger;
        this.audit = audit;
        this.auditor = auditor;
        this.clock = clock;
    }

    /**
     * What is held about the author whom a source calls so; without items for whom Earshot never heard.
     *
     * @return empty when the caller may not know
     */
    public Optional<AccessReport> report(Caller caller, String source, String authorId, PageRequest page) {
        if (!Access.erasure(caller)) {
            return Optional.empty();
        }
        AuthorKey author = AuthorKey.of(source, authorId);
        Instant now = clock.instant();
        audit.add(auditor.entry(now, caller, Action.AUTHOR_READ, author.value(), "of " + source));
        Page<Held> held = records.of(author, page);
        List<AccessReport.Item> items = fitting(held.items());
        return Optional.of(new AccessReport(
                source,
                authorId,
                author.value(),
                now,
                ledger.of(author).map(Erasure::requestedAt).orElse(null),
                items,
                next(held, items.size())));
    }

    /** As many as one answer holds, at least one. */
    private static List<AccessReport.Item> fitting(List<Held> held) {
        List<AccessReport.Item> items = new ArrayList<>();
        int bytes = 0;
        for (Held one : held) {
            AccessReport.Item item = AccessReport.Item.of(one);
            bytes += size(item);
            if (!items.isEmpty() && bytes > MOST_BYTES) {
                break;
            }
            items.add(item);
        }
        return items;
    }

    private static int size(AccessReport.Item item) {
        try {
            return EarshotJson.mapper().writeValueAsBytes(item).length;
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is held cannot be written", e);
        }
    }

    private static @Nullable String next(Page<Held> held, int shown) {
        if (shown == held.items().size()) {
            return held.next() == null ? null : held.next().value();
        }
        Mention last = held.items().get(shown - 1).stored().mention().mention();
        return new Cursor(EarshotJson.time(last.receivedAt()) + "#" + last.id()).value();
    }
}
