package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.ReportedLinks;
import dev.earshot.core.casework.Reporter;
import dev.earshot.core.casework.Reporters;
import dev.earshot.core.casework.Reporters.Reported;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.mention.ReportedBy;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Duration;
import java.util.ArrayList;
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
        reporters.remember(ID, GRACE, "support", Said.NOON);
        reporters.remember(ID, LINUS, "support", Said.NOON);
        reporters.remember(ID, GRACE, "support", Said.NOON.plusSeconds(1));
        assertEquals(
                Set.of(
                        new Reporter(GRACE.subject(), "Grace Hopper", "support", Said.NOON.plusSeconds(1)),
                        new Reporter(LINUS.subject(), "Linus", "support", Said.NOON)),
                Set.copyOf(reporters.of(ID)));
        assertEquals(List.of(), reporters.of(Said.mention("post-2").id()));
    }

    @Test
    void aReportThatIsStillOnItsWayIsNoMentionYet() {
        reporters.remember(ID, GRACE, "support", Said.NOON);
        assertEquals(Optional.empty(), table.store().find(ID));
        assertTrue(table.store().write(Said.change(null, Said.mention("post-1"), Said.routed("support"))));
    }

    @Test
    void reportersDoNotShowInTheMentionAndStayWhenItChanges() {
        assertTrue(table.store().write(Said.change(null, Said.mention("post-1"), Said.routed("support"))));
        StoredMention before = table.store().find(ID).orElseThrow();
        reporters.remember(ID, GRACE, "support", Said.NOON);
        assertEquals(before, table.store().find(ID).orElseThrow());
        assertTrue(table.store().write(Said.change(before, Said.deleted("post-1", 2), Said.unrouted())));
        assertEquals(1, reporters.of(ID).size());
    }

    @Test
    void theyAreForgottenInTime() {
        reporters.remember(ID, GRACE, "support", Said.NOON);
        assertEquals(
                Said.NOON.plus(Duration.ofDays(30)).getEpochSecond(),
                Long.parseLong(table.scan().get(0).get(Keys.EXPIRES_AT).n()));
    }

    @Test
    void reportersFindWhatTheyReportedTheLastFirst() {
        for (int i = 0; i < 5; i++) {
            reporters.remember(Said.mention("post-" + i).id(), GRACE, null, Said.NOON.plusSeconds(i));
        }
        reporters.remember(ID, LINUS, null, Said.NOON);
        List<Reported> walked = new ArrayList<>();
        Page<Reported> page = reporters.by(GRACE, new PageRequest(null, 2));
        walked.addAll(page.items());
        while (page.next() != null) {
            page = reporters.by(GRACE, new PageRequest(page.next(), 2));
            walked.addAll(page.items());
        }
        List<Reported> expected = new ArrayList<>();
        for (int i = 4; i >= 0; i--) {
            expected.add(new Reported(Said.mention("post-" + i).id(), Said.NOON.plusSeconds(i)));
        }
        assertEquals(expected, walked);
        assertEquals(1, reporters.by(LINUS, PageRequest.first()).items().size());
    }

    @Test
    void whoeverReportedAnAddressFirstStandsForAllItsForms() {
        ReportedLinks links = new DynamoReportedLinks(client(), table.settings);
        assertEquals(Optional.empty(), links.find("https://forum.example.com/t/1"));
        links.keep("https://Forum.example.com/t/1/?utm_source=mail#p2", ID, Said.NOON);
        links.keep("https://forum.example.com/t/1", Said.mention("post-2").id(), Said.NOON);
        assertEquals(Optional.of(ID), links.find("HTTPS://forum.example.com:443/t/1?fbclid=x"));
        assertEquals(Optional.empty(), links.find("https://forum.example.com/t/2"));
    }

    @Test
    void anErasureFindsAReportByTheAuthorThatItQuoted() {
        Mention heard = Mention.of("employees", "employee", "r-1")
                .text("It broke.")
                .reportedBy(ReportedBy.of("support"))
                .heard(Said.NOON);
        table.store().write(Said.change(null, Said.analyzed(heard), Said.routed("support")));
        AuthorKey author = AuthorKey.of("our-forum", "zebedee");
        table.store().attribute(heard.id(), Said.NOON, author);
        table.store().attribute(heard.id(), Said.NOON, AuthorKey.of("our-forum", "another"));
        table.store().attribute(ID, Said.NOON, author);
        assertEquals(List.of(heard.id()), table.erasures().covered(new Erasure(author, Said.NOON), 10));
        assertEquals(author, table.store().find(heard.id()).orElseThrow().author());
        assertEquals(Optional.empty(), table.store().find(ID));
    }
}
