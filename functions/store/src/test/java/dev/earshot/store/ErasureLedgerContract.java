package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.erasure.ErasureLedger;
import dev.earshot.core.mention.AuthorKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What the ledger of erasures remembers. */
abstract class ErasureLedgerContract {

    private static final AuthorKey ADA = AuthorKey.of("our-forum", "u1");

    private ErasureLedger ledger;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        String name = "erasures-" + UUID.randomUUID();
        TestTable.createLedger(client(), name);
        ledger = new DynamoErasureLedger(client(), name);
    }

    @Test
    void whoNeverAskedIsNotInIt() {
        assertEquals(Optional.empty(), ledger.of(ADA));
        assertEquals(new ErasureLedger.Entries(List.of(), null), ledger.entries(null));
    }

    @Test
    void ofTwoErasuresOfOneAuthorTheLaterStaysInWhateverOrderTheyCome() {
        Erasure early = new Erasure(ADA, Said.NOON);
        Erasure late = new Erasure(ADA, Said.NOON.plusMillis(1));
        ledger.add(early);
        assertEquals(Optional.of(early), ledger.of(ADA));
        ledger.add(late);
        ledger.add(early);
        ledger.add(late);
        assertEquals(Optional.of(late), ledger.of(ADA));
        assertEquals(List.of(late), ledger.entries(null).items());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100, 101, 250})
    void pagesShowEveryErasureOnce(int authors) {
        List<Erasure> written = IntStream.range(0, authors)
                .mapToObj(i -> new Erasure(AuthorKey.of("our-forum", "author " + i), Said.NOON.plusSeconds(i)))
                .toList();
        written.forEach(ledger::add);
        List<Erasure> read = new ArrayList<>();
        AuthorKey after = null;
        do {
            ErasureLedger.Entries page = ledger.entries(after);
            read.addAll(page.items());
            after = page.next();
        } while (after != null);
        assertEquals(authors, read.size());
        assertEquals(new HashSet<>(written), new HashSet<>(read));
    }

    @Test
    void thePageBehindTheLastIsEmpty() {
        ledger.add(new Erasure(ADA, Said.NOON));
        ErasureLedger.Entries behind = ledger.entries(ADA);
        assertEquals(List.of(), behind.items());
        assertNull(behind.next());
    }
}
