package dev.earshot.provider.zendesk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Providers;
import dev.earshot.provider.Samples;
import dev.earshot.provider.Signed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ZendeskMentionTest {

    @Test
    void everyFieldOfATicketArrives() {
        Mention ticket = mention("ticket-created");
        assertEquals("ticket-5158", ticket.externalId());
        assertEquals("Where is my order?", ticket.title());
        assertEquals("My order 4711 never came.\nPlease help.", ticket.text());
        assertEquals(new Author("8447388090494", null, null), ticket.author());
        assertEquals(Instant.parse("2026-11-20T08:30:00Z"), ticket.createdAt());
        assertEquals(1, ticket.version());
        assertNull(ticket.url());
        assertNull(ticket.inReplyTo());
    }

    @Test
    void everyFieldOfACommentArrives() {
        Mention comment = mention("comment-added-by-customer");
        assertEquals("8447346622998", comment.externalId());
        assertEquals("Thanks, it came!", comment.text());
        assertEquals(new Author("8447388090494", null, "Mira Okafor"), comment.author());
        assertEquals(Instant.parse("2026-11-20T09:15:00.123Z"), comment.createdAt());
        assertEquals("ticket-5158", comment.inReplyTo());
        assertNull(comment.title());
    }

    @Test
    void whatStaffAnswersIsTheCompanysOwn() {
        assertEquals(
                new Author("8447388090777", null, "Agnes Help", Author.Kind.OWN),
                mention("comment-added").author());
    }

    @Test
    void theFirstCommentIsTheTicketWhicheverOfThemComesFirst() {
        Mention first = mention("comment-added-first");
        assertEquals(mention("ticket-created").id(), first.id());
        assertEquals("Where is my order?", first.title());
        assertNull(first.inReplyTo());
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment-redacted", "comment-made-private"})
    void whatIsRedactedOrMadePrivateIsDeletedForGood(String file) {
        Mention gone = mention(file);
        assertTrue(gone.deleted());
        assertTrue(gone.supersedes(mention("comment-added")));
        assertEquals(Long.MAX_VALUE, gone.version());
    }

    @Test
    void aTicketIsEditedDeletedAndComesBack() {
        Mention created = mention("ticket-created");
        Mention changed = mention("ticket-description-changed");
        assertEquals("My order 4711 came broken.", changed.text());
        assertEquals(Instant.parse("2026-11-20T09:15:00.123Z").toEpochMilli(), changed.version());
        assertTrue(changed.supersedes(created));
        Mention deleted = mention("ticket-soft-deleted");
        assertTrue(deleted.deleted() && deleted.supersedes(changed));
        Mention back = mention("ticket-undeleted");
        assertTrue(back.supersedes(deleted));
        assertEquals(created.text(), back.text());
        Mention forever = mention("ticket-permanently-deleted");
        assertTrue(forever.deleted() && forever.supersedes(back));
    }

    @ParameterizedTest
    @ValueSource(strings = {"comment-added-internal", "ticket-created-internal", "status-changed"})
    void internalNotesAndChangesOfStateAreIgnored(String file) {
        assertEquals(Heard.ignored(), heard("{}", file));
    }

    @Test
    void aCommentThatDoesNotSayThatItIsPublicIsNot() {
        String body = sample("comment-added").replace("\"is_public\": true,\n      \"author\"", "\"author\"");
        assertFalse(body.equals(sample("comment-added")));
        assertEquals(Heard.ignored(), heard("{}", Map.of(), body));
    }

    @Test
    void theSubdomainMakesLinks() {
        Mention ticket = Samples.one(heard("{\"subdomain\": \"acme\"}", "ticket-created"));
        assertEquals("https://acme.zendesk.com/agent/tickets/5158", ticket.url());
    }

    @ParameterizedTest
    @CsvSource({"acme, true", "acme-2, true", "acme.evil.com/, false", "'', false", "-a, false", "ACME, false"})
    void aSubdomainIsOneLabel(String subdomain, boolean good) {
        Source source = Samples.source("zendesk", "{\"subdomain\": \"" + subdomain + "\"}");
        assertEquals(good, Providers.check(source).isEmpty());
    }

    @Test
    void theBodyOfATriggerIsReadAsAMention() {
        Mention mention = mention("trigger");
        assertEquals("ticket-5158", mention.externalId());
        assertEquals("My order 4711 never came.", mention.text());
        assertEquals("https://acme.zendesk.com/agent/tickets/5158", mention.url());
        assertEquals(new Author(null, null, "Mira Okafor"), mention.author());
    }

    @Test
    void aTriggersBodyWithoutAnIdIsKnownByItsInvocation() {
        Heard heard = heard("{}", Map.of("x-zendesk-webhook-invocation-id", "8350205582"), "{\"text\": \"x\"}");
        assertEquals("8350205582", Samples.one(heard).externalId());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"ticketID\": \"12345\", \"priority\": \"Normal\"}", "{\"type\": \"zen\"}"})
    void otherBodiesOfTriggersAreIgnored(String body) {
        assertEquals(Heard.ignored(), heard("{}", Map.of(), body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "created | {} | /detail/id",
                "created | {\"detail\": []} | /detail,/detail/id",
                "created | {\"detail\": {\"id\": 1, \"description\": 2}} | /detail/description",
                "comment_added | {\"event\": {\"comment\": {\"is_public\": true}}} | /detail/id,/event/comment/id",
                "comment_added | {\"event\": {\"comment\": {\"is_public\": \"yes\"}}} | /event/comment/is_public",
                "comment_redacted | {\"detail\": {\"id\": 1}} | /event/comment/id"
            })
    void whatIsNotAsDocumentedIsPointedAt(String event, String body, String pointers) {
        String typed = "{\"type\": \"zen:event-type:ticket." + event + "\""
                + (body.equals("{}") ? "}" : ", " + body.substring(1));
        assertEquals(List.of(pointers.split(",")), Samples.pointers(heard("{}", Map.of(), typed)));
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"accounts\": [22129848]}', 1",
        "'{\"accounts\": [1]}', 0",
        "'{\"channels\": [\"web_service\"]}', 1",
        "'{\"channels\": [\"email\"]}', 0",
        "'{\"events\": [\"ticket.created\"]}', 1",
        "'{\"events\": [\"zen:event-type:ticket.created\"]}', 1",
        "'{\"events\": [\"ticket.comment_added\"]}', 0"
    })
    void onlyWhatIsListenedToIsHeard(String options, int mentions) {
        assertEquals(
                mentions,
                ((Heard.Mentions) heard(options, "ticket-created")).mentions().size());
    }

    private static String sample(String file) {
        return new String(Signed.file("zendesk/" + file + ".json"), UTF_8);
    }

    private static Mention mention(String file) {
        return Samples.one(heard("{}", file));
    }

    private static Heard heard(String options, String file) {
        return heard(options, Map.of(), sample(file));
    }

    private static Heard heard(String options, Map<String, String> headers, String body) {
        return Samples.heard(new Zendesk(), Samples.source("zendesk", options), headers, body.getBytes(UTF_8));
    }
}
