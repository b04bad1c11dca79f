package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What is spent in a day, and no more. */
abstract class DailySpendingContract {

    private TestTable table;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
    }

    @Test
    void unitsAreTakenUntilTheCapAndNotBeyond() {
        DailySpending spending = spending(10, Said.NOON);
        assertTrue(spending.take(6));
        assertFalse(spending.take(5));
        assertTrue(spending.take(4));
        assertFalse(spending.take(1));
        assertEquals("10", items().get(0).get("spent").n(), "what was refused must not count");
    }

    @Test
    void theNextDayBeginsAnewAndOldDaysExpire() {
        assertTrue(spending(3, Said.NOON).take(3));
        assertFalse(spending(3, Said.NOON).take(3));
        assertTrue(spending(3, Said.NOON.plus(Duration.ofDays(1))).take(3));
        assertEquals(2, items().size());
        assertEquals(
                "SPEND#comprehend#" + Said.NOON.toString().substring(0, 10),
                items().stream()
                        .map(item -> item.get("pk").s())
                        .sorted()
                        .findFirst()
                        .orElseThrow());
        assertTrue(items().stream().allMatch(item -> item.containsKey("expiresAt")));
    }

    @Test
    void ofACapOfNothingNothingIsTaken() {
        assertFalse(spending(0, Said.NOON).take(1));
        assertEquals(List.of(), items());
    }

    @Test
    void manyAtOnceTakeNoMoreThanOne() {
        AtomicInteger taken = new AtomicInteger();
        IntStream.range(0, 40).parallel().forEach(i -> {
            if (spending(50, Said.NOON).take(3)) {
                taken.incrementAndGet();
            }
        });
        assertEquals(16, taken.get());
    }

    private DailySpending spending(long cap, Instant now) {
        return new DailySpending(client(), table.settings.name(), "comprehend", cap, Clock.fixed(now, ZoneOffset.UTC));
    }

    private List<Map<String, AttributeValue>> items() {
        return table.scan();
    }
}
