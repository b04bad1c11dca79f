package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.ears.EarPlace;
import dev.earshot.core.ears.Ears;
import dev.earshot.core.ears.LinkTally;
import dev.earshot.core.paging.PageRequest;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who listens where, and which hosts mentions linked to. */
abstract class EarsContract {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-22");

    private TestTable table;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
    }

    @Test
    void whatSomebodySaysReplacesWhatTheySaidBeforeAndGoesWhenTheyWantIt() {
        DynamoEars register = new DynamoEars(client(), table.settings.name());
        Ears first = ears("ada-1", "forum.example.com");
        Ears later = ears("ada-1", "chat.example.com");
        Ears other = ears("grace-1", "forum.example.com");
        register.put(first, Said.audited("first"));
        register.put(other, Said.audited("other"));
        register.put(later, Said.audited("later"));
        assertEquals(Optional.of(later), register.of("ada-1"));
        assertEquals(Set.of(later, other), Set.copyOf(register.all()));
        register.remove("ada-1", Said.audited("removed"));
        assertEquals(List.of(other), register.all());
        assertEquals(
                4,
                new DynamoAuditLog(client(), table.settings.name())
                        .entries(Said.NOON, Said.NOON.plusSeconds(1), PageRequest.first())
                        .items()
                        .size());
    }

    @Test
    void talliesOfADayAddUpByDepartment() {
        DynamoLinks links = new DynamoLinks(client(), table.settings.name());
        links.add(TODAY, "support", tally("a.example", "b.example"));
        links.add(TODAY, "support", tally("a.example"));
        links.add(TODAY, "support-2", tally("c.example"));
        links.add(TODAY.minusDays(1), "support", tally("d.example"));
        Map<String, LinkTally> day = links.of(TODAY);
        assertEquals(Set.of("support", "support-2"), day.keySet());
        assertEquals(
                Map.of("a.example", 2L, "b.example", 1L), day.get("support").linked());
        assertEquals(Map.of(), links.of(TODAY.plusDays(1)));
    }

    @Test
    void aFloodOfHostsNeitherGrowsTheItemNorHidesWhatManyLinkTo() {
        DynamoLinks links = new DynamoLinks(client(), table.settings.name());
        links.add(TODAY, "support", tally("often.example"));
        links.add(TODAY, "support", tally("often.example"));
        for (int i = 0; i < 5; i++) {
            Map<String, Long> flood = new LinkedHashMap<>();
            for (int host = 0; host < 500; host++) {
                flood.put("h" + host + "-" + i + ".evil.example", 1L);
            }
            links.add(TODAY, "support", new LinkTally(flood, Set.of()));
        }
        LinkTally tally = links.of(TODAY).get("support");
        assertEquals(LinkTally.MOST, tally.linked().size());
        assertEquals(2, tally.linked().get("often.example"));
        assertTrue(ItemSize.of(table.scan().get(0)) < 8 * 1024);
    }

    private static LinkTally tally(String... hosts) {
        return LinkTally.NONE.and(List.of(hosts), List.of());
    }

    private static Ears ears(String subject, String place) {
        return new Ears(
                subject,
                "Ada",
                List.of("support"),
                List.of(EarPlace.of(EarPlace.Kind.FORUM, place, "the busy one")),
                Said.NOON);
    }
}
