package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseChange;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.casework.Step;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.erasure.ErasureStore;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How an author's mentions are found, and that erasing leaves no trace of them. */
abstract class ErasureStoreContract {

    private static final AuthorKey ADA = AuthorKey.of("our-forum", "u1");
    private static final Instant LATER = Said.NOON.plusSeconds(600);

    private TestTable table;
    private ErasureStore store;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
        store = table.erasures();
    }

    @Test
    void allThatAnAuthorSaidIsFoundWhetherSomebodyHasACaseOrNot() {
        Set<MentionId> said = Set.of(
                write(null, Said.mention("post-1"), Said.routed("support"))
                        .mention()
                        .id(),
                write(null, Said.mention("post-2"), Said.unrouted()).mention().id(),
                write(null, Said.mention("post-3"), Said.noise()).mention().id());
        write(null, by(new Author("u2", "ada", "Ada Lovelace"), "post-4"), Said.unrouted());
        write(null, by(null, "post-5"), Said.unrouted());
        assertEquals(said, Set.copyOf(store.covered(erasure(ADA), 10)));
        assertEquals(ADA, store.find(Said.mention("post-1").id()).orElseThrow().author());
        assertNull(store.find(Said.mention("post-5").id()).orElseThrow().author());
    }

    @Test
    void whatWasHeardAfterTheRequestIsNotCovered() {
        write(null, Said.mention("post-1"), Said.unrouted());
        assertEquals(List.of(), store.covered(new Erasure(ADA, Said.NOON.minusMillis(1)), 10));
        assertEquals(1, store.covered(new Erasure(ADA, Said.NOON), 10).size());
    }

    @Test
    void noMoreAreFoundThanAreAskedFor() {
        IntStream.range(0, 5).forEach(i -> write(null, Said.mention("post-" + i), Said.unrouted()));
        assertEquals(3, store.covered(erasure(ADA), 3).size());
        assertEquals(List.of(), store.covered(erasure(AuthorKey.of("our-forum", "nobody")), 3));
    }

    @Test
    void whatTheAuthorDeletedIsStillFound() {
        StoredMention first = write(null, Said.mention("post-1"), Said.routed("support"));
        StoredMention gone = write(first, Said.deleted("post-1", 1), Said.unrouted());
        assertEquals(ADA, gone.author());
        assertEquals(List.of(gone.mention().id()), store.covered(erasure(ADA), 10));
    }

    @Test
    void whatIsErasedIsATombstoneThatNobodyFindsByItsAuthor() {
        StoredMention before = write(null, Said.mention("post-1"), Said.routed("support", "product"));
        assertTrue(erase(before));
        StoredMention after = store.find(before.mention().id()).orElseThrow();
        assertTrue(after.mention().mention().wasErased());
        assertNull(after.author());
        assertEquals(List.of(), store.covered(erasure(ADA), 10));
        assertEquals(before.cases().stream().map(one -> erased(before, one)).toList(), after.cases());
    }

    @Test
    void aTombstoneLivesNoLongerThanWhatItStandsFor() {
        StoredMention before = write(null, Said.mention("post-1"), Said.routed("support"));
        assertTrue(erase(before));
        long expiry = Said.NOON.plus(Duration.ofDays(30)).getEpochSecond();
        table.scan().stream()
                .filter(item -> item.get(Keys.PK).s().startsWith("M#"))
                .forEach(item -> assertEquals(
                        expiry, Long.parseLong(item.get(Keys.EXPIRES_AT).n())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"routed", "unrouted", "noise", "deleted"})
    void nothingOfAnAuthorIsLeftInTheTableOrAnyIndex(String kind) {
        Decision decision =
                switch (kind) {
                    case "unrouted" -> Said.unrouted();
                    case "noise" -> Said.noise();
                    default -> Said.routed("support", "product");
                };
        StoredMention stored = write(null, Said.mention("post-1"), decision);
        if (!stored.cases().isEmpty()) {
            quoteEverywhere(stored);
            stored = store.find(stored.mention().id()).orElseThrow();
        }
        assertTrue(table.everything().contains("Lovelace"), "the name was there");
        if (kind.equals("deleted")) {
            stored = write(stored, Said.deleted("post-1", 1), Said.unrouted());
        }
        assertTrue(erase(stored));
        for (String trace : List.of(
                "parcel",
                "Where is it",
                "ada",
                "Ada",
                "Lovelace",
                "u1",
                "forum.example",
                "post-",
                "größer",
                ADA.value())) {
            assertFalse(table.everything().contains(trace), () -> trace + " is left in " + table.everything());
        }
    }

    @Test
    void anErasureOverAnOlderVersionOfTheMentionLeavesAllAsItIs() {
        StoredMention first = write(null, Said.mention("post-1"), Said.routed("support"));
        write(first, Said.mention("post-1", 2, "more words"), Said.routed("support"));
        refused(first);
    }

    @Test
    void anErasureOverAnOlderVersionOfACaseLeavesAllAsItIs() {
        StoredMention first = write(null, Said.mention("post-1"), Said.routed("support"));
        Case one = first.cases().get(0);
        Case noted = one.take(new Step.Note("Lovelace called."), "Grace", LATER).orElseThrow();
        assertTrue(table.cases().write(CaseChange.of(one, noted), Said.audited("a case")));
        refused(first);
    }

    @Test
    void anEditThatWasReadBeforeTheErasureComesTooLate() {
        StoredMention first = write(null, Said.mention("post-1"), Said.routed("support"));
        assertTrue(erase(first));
        assertFalse(table.store().write(Said.change(first, Said.mention("post-1", 2, "x"), Said.routed("support"))));
    }

    private void refused(StoredMention stale) {
        List<Map<String, AttributeValue>> before = table.scan();
        assertFalse(erase(stale));
        assertEquals(before, table.scan());
    }

    private void quoteEverywhere(StoredMention stored) {
        Case support = stored.caseOf("support").orElseThrow();
        Case product = stored.caseOf("product").orElseThrow();
        Because why = new Because(Because.Kind.PERSON, "Grace", "Lovelace means the lamp.");
        Case closed = product.take(
                        new Step.Resolve(new Outcome(Outcome.Kind.ANSWERED, "Told Ada Lovelace.")), "Grace", LATER)
                .orElseThrow();
        assertTrue(table.cases().write(CaseChange.of(product, closed), Said.audited("a case")));
        Case after = support.take(new Step.Reroute("product", "Lovelace again."), "Grace", LATER)
                .orElseThrow();
        Case back = support.passedOn(closed, Said.department("product"), why, "Grace", LATER);
        assertTrue(table.cases().write(new CaseChange(support, after, closed, back), Said.audited("a case")));
        Case resolved = back.take(
                        new Step.Resolve(new Outcome(Outcome.Kind.ANSWERED, "Told Ada Lovelace.")), "Grace", LATER)
                .orElseThrow();
        assertTrue(table.cases().write(CaseChange.of(back, resolved), Said.audited("a case")));
    }

    private boolean erase(StoredMention before) {
        return store.erase(
                before,
                tombstone(before),
                before.cases().stream().map(one -> erased(before, one)).toList());
    }

    private static AnalyzedMention tombstone(StoredMention before) {
        return new AnalyzedMention(before.mention().mention().erased(), null);
    }

    private static Case erased(StoredMention before, Case one) {
        return one.erased(tombstone(before), LATER);
    }

    private static AnalyzedMention by(Author author, String externalId) {
        return Said.analyzed(Said.draft(externalId).author(author).heard(Said.NOON));
    }

    private StoredMention write(StoredMention before, AnalyzedMention said, Decision decision) {
        assertTrue(table.store().write(Said.change(before, said, decision)));
        return store.find(said.id()).orElseThrow();
    }

    private static Erasure erasure(AuthorKey author) {
        return new Erasure(author, LATER);
    }
}
