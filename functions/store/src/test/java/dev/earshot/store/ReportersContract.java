package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.Reporter;
import dev.earshot.core.casework.Reporters;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Who reported a mention, kept beside it. */
abstract class ReportersContract {

    private static final MentionId ID = Said.mention("post-1").id();
    private static final Caller GRACE = new Caller("auth0|grace", "Grace Hopper", Set.of("support"));
    private static final Caller LINUS = new Caller("auth0|" + "ü".repeat(250), "Linus", Set.of());

    private TestTable table;
    private Reporters reporters;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        reporters = new DynamoReporters(client(), table.settings);
    }

    @Test
    void whoReportedIsRememberedOnceEachWithTheLastTime() {
        assertEquals(List.of(), reporters.of(ID));
        reporters.remember(ID, GRACE, Said.NOON);
        reporters.remember(ID, LINUS, Said.NOON);
        reporters.remember(ID, GRACE, Said.NOON.plusSeconds(1));
        assertEquals(
                Set.of(
                        new Reporter(GRACE.subject(), "Grace Hopper", Said.NOON.plusSeconds(1)),
                        new Reporter(LINUS.subject(), "Linus", Said.NOON)),
                Set.copyOf(reporters.of(ID)));
        assertEquals(List.of(), reporters.of(Said.mention("post-2").id()));
    }

    @Test
    void aReportThatIsStillOnItsWayIsNoMentionYet() {
        reporters.remember(ID, GRACE, Said.NOON);
        assertEquals(Optional.empty(), table.store().find(ID));
        assertTrue(table.store().write(Said.change(null, Said.mention("post-1"), Said.routed("support"))));
    }

    @Test
    void reportersDoNotShowInTheMentionAndStayWhenItChanges() {
        assertTrue(table.store().write(Said.change(null, Said.mention("post-1"), Said.routed("support"))));
        StoredMention before = table.store().find(ID).orElseThrow();
        reporters.remember(ID, GRACE, Said.NOON);
        assertEquals(before, table.store().find(ID).orElseThrow());
        assertTrue(table.store().write(Said.change(before, Said.deleted("post-1", 2), Said.unrouted())));
        assertEquals(1, reporters.of(ID).size());
    }

    @Test
    void theyAreForgottenInTime() {
        reporters.remember(ID, GRACE, Said.NOON);
        assertEquals(
                Said.NOON.plus(Duration.ofDays(30)).getEpochSecond(),
                Long.parseLong(table.scan().get(0).get(Keys.EXPIRES_AT).n()));
    }
}
