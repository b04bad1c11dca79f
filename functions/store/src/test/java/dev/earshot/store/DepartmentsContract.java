package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.RuleBook;
import dev.earshot.store.DepartmentTable.Answer;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How departments are first stored, read and kept at hand. */
abstract class DepartmentsContract {

    private TestTable table;
    private DepartmentTable departments;
    private Instant now = Said.NOON;

    private final Clock clock = new Clock() {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    };

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        departments = new DepartmentTable(client(), table.settings.name());
    }

    @Test
    void aNewTableHasNone() {
        assertEquals(List.of(), departments.all());
    }

    @Test
    void theirOrderIsKept() {
        List<Department> forty = IntStream.range(0, 40)
                .mapToObj(i -> Said.department("d" + (char) ('z' - i % 26) + i))
                .toList();
        assertTrue(departments.seed(forty));
        assertEquals(forty, departments.all());
    }

    @Test
    void theDefaultDepartmentsComeBackAsTheyAreInTheFile() {
        assertTrue(departments.seed(Departments.defaults()));
        assertEquals(Departments.defaults(), departments.all());
    }

    @Test
    void whatIsThereIsNeverOverwritten() {
        departments.seed(List.of(Said.department("support")));
        List<Map<String, AttributeValue>> before = table.scan();
        assertFalse(departments.seed(List.of(Said.department("sales"))));
        assertEquals(before, table.scan());
    }

    @Test
    void ifOneIsThereNoneIsStored() {
        put(Said.department("sales"));
        List<Map<String, AttributeValue>> before = table.scan();
        assertFalse(departments.seed(List.of(Said.department("support"), Said.department("sales"))));
        assertEquals(before, table.scan());
    }

    @Test
    void aDepartmentKeepsItsPlaceWhenItChangesAndANewOneGoesLast() {
        departments.seed(List.of(Said.department("support"), Said.department("sales")));
        Department changed = Said.department("support", "{\"words\": [\"chargeback\"]}");
        assertEquals(Answer.STORED, departments.put(changed, DepartmentsContract::unsaid));
        assertEquals(Answer.STORED, departments.put(Said.department("legal"), DepartmentsContract::unsaid));
        assertEquals(List.of(changed, Said.department("sales"), Said.department("legal")), departments.all());
        assertEquals(Optional.of(changed), departments.find("support"));
        assertEquals(Optional.empty(), departments.find("product"));
    }

    @Test
    void aChangeIsWrittenDownTogetherWithWhatItChanged() {
        departments.seed(List.of(Said.department("support")));
        Department changed = Said.department("support", "{\"words\": [\"chargeback\"]}");
        List<Optional<Department>> seen = new ArrayList<>();
        departments.put(changed, before -> {
            seen.add(before);
            return Optional.of(Said.audited("support"));
        });
        departments.put(Said.department("legal"), before -> {
            seen.add(before);
            return Optional.of(Said.audited("legal"));
        });
        assertEquals(List.of(Optional.of(Said.department("support")), Optional.empty()), seen);
        assertEquals(
                Set.of(Said.audited("support"), Said.audited("legal")),
                Set.copyOf(new DynamoAuditLog(client(), table.settings.name())
                        .entries(Said.NOON, Said.NOON.plusSeconds(1), PageRequest.first())
                        .items()));
    }

    @Test
    void whoStoresADepartmentInANewSystemOwnsThemAll() {
        assertEquals(Answer.STORED, departments.put(Said.department("support"), DepartmentsContract::unsaid));
        assertFalse(departments.seed(Departments.defaults()));
        assertEquals(List.of(Said.department("support")), departments.all());
    }

    @Test
    void thereAreNeverMoreThanFitOneTransaction() {
        departments.seed(IntStream.range(0, RuleBook.MOST_DEPARTMENTS)
                .mapToObj(i -> Said.department("d" + i))
                .toList());
        List<Map<String, AttributeValue>> before = table.scan();
        assertEquals(Answer.TOO_MANY, departments.put(Said.department("one-more"), DepartmentsContract::unsaid));
        assertEquals(before, table.scan());
        assertEquals(Answer.STORED, departments.put(Said.department("d7"), DepartmentsContract::unsaid));
    }

    @Test
    void aDepartmentThatNoItemHoldsIsRefused() {
        Department large = Said.talkative("support", 250);
        List<Map<String, AttributeValue>> before = table.scan();
        assertEquals(Answer.TOO_LARGE, departments.put(large, DepartmentsContract::unsaid));
        assertEquals(before, table.scan());
        assertEquals(Answer.STORED, departments.put(Said.talkative("support", 200), DepartmentsContract::unsaid));
    }

    @Test
    void importsAtTheSameTimeLoseNoneAndShareNoPlace() throws Exception {
        departments.seed(List.of(Said.department("support")));
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<Boolean>> imports = Stream.of("a", "b")
                    .map(prefix -> threads.submit(() -> IntStream.range(0, 8)
                            .allMatch(i -> new DepartmentTable(client(), table.settings.name())
                                            .put(Said.department(prefix + i), DepartmentsContract::unsaid)
                                    == Answer.STORED)))
                    .toList();
            for (Future<Boolean> one : imports) {
                assertTrue(one.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertEquals(17, departments.all().size());
        assertEquals(
                17,
                table.scan().stream()
                        .filter(item -> item.containsKey("position"))
                        .map(item -> item.get("position"))
                        .distinct()
                        .count());
    }

    @Test
    void aNewSystemGetsTheDefaults() {
        assertEquals(
                Departments.defaults(),
                new Departments(departments, clock).current().departments());
        assertEquals(Departments.defaults(), departments.all());
    }

    @Test
    void theyAreReadAgainOnceTheyAreOlderThanAMinute() {
        departments.seed(List.of(Said.department("support")));
        Departments kept = new Departments(departments, clock);
        RuleBook first = kept.current();
        put(Said.department("sales"));
        now = Said.NOON.plusSeconds(60);
        assertSame(first, kept.current());
        now = Said.NOON.plusSeconds(60).plusMillis(1);
        assertNotSame(first, kept.current());
        assertEquals(
                List.of("support", "sales"),
                kept.current().departments().stream().map(Department::id).toList());
    }

    @Test
    void onceForgottenTheyAreReadAgainAtOnce() {
        departments.seed(List.of(Said.department("support")));
        Departments kept = new Departments(departments, clock);
        kept.current();
        put(Said.department("sales"));
        kept.forget();
        assertEquals(2, kept.current().departments().size());
    }

    @Test
    void whileSomebodyElseSeedsThemNothingIsRoutedToNobody() {
        // Their transaction is under way: it made ours fail, and is not yet to be read.
        client().putItem(p -> p.tableName(table.settings.name()).item(Keys.key(Keys.CONFIG, "DEPARTMENTS-SEEDED")));
        Departments kept = new Departments(departments, clock);
        assertThrows(IllegalStateException.class, kept::current);
        put(Said.department("sales"));
        assertEquals(1, kept.current().departments().size());
    }

    /** A change that nobody is to know of. */
    static Optional<AuditEntry> unsaid(Optional<Department> before) {
        return Optional.empty();
    }

    private void put(Department department) {
        Map<String, AttributeValue> item = Keys.key(Keys.CONFIG, Keys.DEPARTMENT + department.id());
        item.put("department", Attributes.of(department));
        item.put("position", Attributes.number(1));
        client().putItem(p -> p.tableName(table.settings.name()).item(item));
    }
}
