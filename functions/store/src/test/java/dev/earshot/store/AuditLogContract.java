package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditEntry.Action;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who changed what, and when. */
abstract class AuditLogContract {

    private static final Instant NEW_YEAR = Instant.parse("2027-01-01T00:00:00.000Z");
    private static final Auditor AUDITOR = new Auditor(Duration.ofDays(90));
    private static final Caller GRACE = new Caller("auth0|grace", "Grace Hopper", Set.of("council"));

    private TestTable table;
    private AuditLog log;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        log = new DynamoAuditLog(client(), table.settings.name());
    }

    @Test
    void whatWasWrittenComesBackWholeAndGoesWhenItsTimeIsOver() {
        AuditEntry person = AUDITOR.entry(NEW_YEAR, GRACE, Action.DEPARTMENT_CHANGED, "support", "rules");
        AuditEntry system = AUDITOR.system(NEW_YEAR, Action.SUBSCRIPTION_ENDED, "s_1", "support by email");
        log.add(person);
        log.add(system);
        log.add(person);
        Page<AuditEntry> page = log.entries(NEW_YEAR, NEW_YEAR.plusMillis(1), PageRequest.first());
        assertEquals(Set.of(person, system), Set.copyOf(page.items()));
        assertEquals(2, page.items().size(), "the same again is the same");
        assertNull(page.next());
        assertEquals(
                String.valueOf(NEW_YEAR.plus(Duration.ofDays(90)).getEpochSecond()),
                table.scan().get(0).get("expiresAt").n());
    }

    @Test
    void pagesGoBackOverMonthsWithoutLossOrRepetition() {
        List<AuditEntry> all = new ArrayList<>();
        for (int day = 0; day < 100; day += 10) {
            AuditEntry one = AUDITOR.entry(
                    NEW_YEAR.minus(Duration.ofDays(day)), GRACE, Action.CASE_CHANGED, "c_" + day, "NEW to RESOLVED");
            log.add(one);
            all.add(one);
        }
        for (int limit : List.of(1, 3, 10, 50)) {
            assertEquals(all, walk(NEW_YEAR.minus(Duration.ofDays(100)), NEW_YEAR.plusMillis(1), limit));
        }
        assertEquals(
                all.subList(2, 5),
                walk(NEW_YEAR.minus(Duration.ofDays(40)), NEW_YEAR.minus(Duration.ofDays(10)), 2),
                "from is part of the time and to is not");
        assertEquals(List.of(), walk(NEW_YEAR.plusMillis(1), NEW_YEAR.plusSeconds(60), 5));
    }

    private List<AuditEntry> walk(Instant from, Instant to, int limit) {
        List<AuditEntry> walked = new ArrayList<>();
        Page<AuditEntry> page = log.entries(from, to, new PageRequest(null, limit));
        walked.addAll(page.items());
        while (page.next() != null) {
            page = log.entries(from, to, new PageRequest(page.next(), limit));
            walked.addAll(page.items());
        }
        return walked;
    }
}
