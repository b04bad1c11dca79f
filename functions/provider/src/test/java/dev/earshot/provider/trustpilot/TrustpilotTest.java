package dev.earshot.provider.trustpilot;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Providers;
import dev.earshot.provider.Samples;
import dev.earshot.provider.Signed;
import dev.earshot.provider.hook.FieldError;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.proof.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrustpilotTest {

    private static final Trustpilot TRUSTPILOT = new Trustpilot();

    @Test
    void everyFieldOfAReviewArrivesAndItsStarsAreNotItsWords() {
        Mention review = mention("service-review-created");
        assertEquals("5f6e0d8f7d6a7c0001a1b2c3", review.externalId());
        assertEquals("https://www.trustpilot.com/reviews/5f6e0d8f7d6a7c0001a1b2c3", review.url());
        assertEquals(new Author("5f6e0d8f7d6a7c0001a1b2c4", null, "Mira Okafor"), review.author());
        assertEquals("Nie wieder", review.title());
        assertEquals("Der Kessel ist größer als gedacht 😀 und leckt.", review.text());
        assertEquals("de", review.language());
        assertEquals(Instant.parse("2026-11-20T08:30:00Z"), review.createdAt());
        assertEquals(1, review.version());
    }

    @Test
    void anUpdateReplacesAndADeletionEndsIt() {
        Mention created = mention("service-review-created");
        Mention updated = mention("service-review-updated");
        assertTrue(updated.supersedes(created));
        assertEquals(Signed.NOON.toEpochMilli(), updated.version());
        Mention deleted = mention("service-review-deleted");
        assertTrue(deleted.deleted() && deleted.supersedes(updated));
    }

    @Test
    void oneBadEventOfABatchCostsTheOthersNothing() {
        Heard.Mentions heard = (Heard.Mentions) heard("{}", sample("batch"));
        assertEquals(
                List.of("a3", "a1", "a2"),
                heard.mentions().stream().map(Mention::externalId).toList());
        assertEquals(2, heard.ignored());
        assertEquals(
                List.of("/events/1/eventData/id"),
                heard.errors().stream().map(FieldError::pointer).toList());
        Mention product = heard.mentions().get(2);
        assertNull(product.url());
        assertNull(product.title());
        assertEquals("", product.text());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | /events",
                "{\"events\": {}} | /events",
                "{\"events\": [{\"eventName\": \"service-review-deleted\"}]} | /events/0/eventData/id",
                "{\"events\": [{\"eventName\": \"service-review-created\", \"eventData\": {\"id\": \"a\", \"text\": 1,"
                        + " \"consumer\": []}}]} | /events/0/eventData/consumer,/events/0/eventData/text"
            })
    void whatIsNotAsDocumentedIsPointedAt(String body, String pointers) {
        assertEquals(List.of(pointers.split(",")), Samples.pointers(heard("{}", body)));
    }

    @Test
    void moreEventsThanAnybodySendsAreRefused() {
        String events = "{\"eventName\": \"x\"},".repeat(101);
        String body = "{\"events\": [" + events.substring(0, events.length() - 1) + "]}";
        assertEquals(List.of("/events"), Samples.pointers(heard("{}", body)));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"channels\": [\"loc-1\"]}', 1",
        "'{\"channels\": [\"loc-2\"]}', 0",
        "'{\"events\": [\"service-review-deleted\"]}', 0"
    })
    void onlyWhatIsListenedToIsHeard(String options, int mentions) {
        Heard.Mentions heard = (Heard.Mentions) heard(options, sample("service-review-created"));
        assertEquals(mentions, heard.mentions().size());
    }

    @ParameterizedTest
    @CsvSource({"current, true", "previous, true", "guessed, false", "'', false", "curren, false", "current/, false"})
    void theLastSegmentOfThePathProves(String secret, boolean proven) {
        Hook hook = new Hook("POST", "our-source", secret, Map.of(), Map.of(), new byte[0]);
        Proof proof = TRUSTPILOT.verify(hook, Signed.source("trustpilot", "", "current", "previous"), Signed.NOON);
        assertEquals(proven, proof instanceof Proof.Proven);
        assertInstanceOf(Proof.Refused.class, TRUSTPILOT.verify(hook, Signed.source("trustpilot"), Signed.NOON));
    }

    @ParameterizedTest
    @CsvSource({"'\"a b\"'", "'\"\\n\"'", "null", "'{}'"})
    void aKeyThatIsNoneIsNotTakenForNone(String key) {
        String options = "{\"apiKey\": " + key + "}";
        assertInstanceOf(Heard.Later.class, heard(options, sample("service-review-created")));
        assertTrue(Providers.check(Samples.source("trustpilot", options)).isPresent());
    }

    private static String sample(String file) {
        return new String(Signed.file("trustpilot/" + file + ".json"), UTF_8);
    }

    private static Mention mention(String file) {
        return Samples.one(heard("{}", sample(file)));
    }

    private static Heard heard(String options, String body) {
        return Samples.heard(TRUSTPILOT, Samples.source("trustpilot", options), Map.of(), body.getBytes(UTF_8));
    }
}
