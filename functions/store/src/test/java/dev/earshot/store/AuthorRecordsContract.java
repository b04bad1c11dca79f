package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.AuthorRecords;
import dev.earshot.core.erasure.AuthorRecords.Held;
import dev.earshot.core.learning.Taught;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What is held about an author. */
abstract class AuthorRecordsContract {

    private static final AuthorKey LINUS = AuthorKey.of("our-forum", "linus-1");

    private TestTable table;
    private AuthorRecords records;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        records = new DynamoAuthorRecords(client(), table.settings);
    }

    @Test
    void allThatLiesAtWhatTheAuthorSaidIsFoundUntilWhenItIsKept() {
        StoredMention stored = said("post-1", 0);
        Taught taught = new Taught(stored.mention().id(), "support", true, "grace-1", Said.NOON, List.of(1.5));
        new DynamoTaught(client(), table.settings).keep(taught, Said.NOON);
        assertEquals(
                List.of(new Held(
                        stored,
                        null,
                        List.of(taught),
                        Said.NOON.plus(table.settings.retention()).truncatedTo(ChronoUnit.SECONDS))),
                records.of(LINUS, PageRequest.first()).items());
        assertEquals(
                List.of(),
                records.of(AuthorKey.of("our-forum", "linus-2"), PageRequest.first())
                        .items(),
                "others' words stay out of it");
    }

    @Test
    void partsFollowEachOtherWithoutLossOrRepetition() {
        List<String> said = new ArrayList<>();
        for (int i = 6; i >= 0; i--) {
            said.add("post-" + i);
        }
        for (int i = 0; i < 7; i++) {
            said("post-" + i, i / 2);
        }
        List<String> found = new ArrayList<>();
        Page<Held> page = records.of(LINUS, new PageRequest(null, 3));
        found.addAll(ids(page));
        while (page.next() != null) {
            page = records.of(LINUS, new PageRequest(page.next(), 3));
            found.addAll(ids(page));
        }
        assertEquals(said.stream().sorted().toList(), found.stream().sorted().toList());
        assertEquals("post-6", found.get(0), "heard last");
        assertNull(page.next());
    }

    private static List<String> ids(Page<Held> page) {
        return page.items().stream()
                .map(one -> String.valueOf(one.stored().mention().mention().externalId()))
                .toList();
    }

    private StoredMention said(String externalId, int minute) {
        Mention mention = Mention.of("our-forum", "discourse", externalId)
                .text("It broke.")
                .author(new Author("linus-1", "linus", "Linus"))
                .heard(Said.NOON.plus(Duration.ofMinutes(minute)));
        table.store().write(Said.change(null, Said.analyzed(mention), Said.routed("support")));
        return table.store().find(mention.id()).orElseThrow();
    }
}
