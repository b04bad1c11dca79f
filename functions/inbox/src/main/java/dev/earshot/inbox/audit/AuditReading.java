package dev.earshot.inbox.audit;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.inbox.export.Csv;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The use case: the council reads who changed what, and takes it away as a file. */
public final class AuditReading {

    /** The most entries in one file. */
    public static final int MOST_IN_A_FILE = 10_000;

    private final AuditLog log;
    private final Clock clock;

    public AuditReading(AuditLog log, Clock clock) {
        this.log = log;
        this.clock = clock;
    }

    /** The period that a query asks for; empty when it makes no sense. */
    public Optional<AuditPeriod> period(@Nullable String from, @Nullable String to) {
        return AuditPeriod.read(from, to, clock.instant());
    }

    /** A page of the entries of a period, newest first; empty for whom they do not concern. */
    public Page<AuditEntry> list(Caller caller, AuditPeriod period, PageRequest page) {
        return Access.audit(caller) ? log.entries(period.from(), period.to(), page) : Page.empty();
    }

    /** The newest {@link #MOST_IN_A_FILE} entries of a period as CSV with a heading; empty for whom they do not concern. */
    public Optional<String> file(Caller caller, AuditPeriod period) {
        if (!Access.audit(caller)) {
            return Optional.empty();
        }
        Csv file = new Csv();
        file.row(List.of("at", "by", "subject", "action", "item", "change"));
        PageRequest next = new PageRequest(null, PageRequest.LARGEST);
        for (int rows = 0; rows < MOST_IN_A_FILE; rows += PageRequest.LARGEST) {
            Page<AuditEntry> page = log.entries(period.from(), period.to(), next);
            page.items().forEach(entry -> file.row(cells(entry)));
            if (page.next() == null) {
                break;
            }
            next = new PageRequest(page.next(), PageRequest.LARGEST);
        }
        return Optional.of(file.text());
    }

    private static List<String> cells(AuditEntry entry) {
        return List.of(
                EarshotJson.time(entry.at()),
                entry.by(),
                entry.subject() == null ? "" : entry.subject(),
                entry.action().name(),
                entry.item(),
                entry.change());
    }
}
