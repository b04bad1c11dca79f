package dev.earshot.provider.typeform;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Samples;
import dev.earshot.provider.Signed;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypeformMentionTest {

    @Test
    void everyAnswerInWordsArrivesUnderItsQuestionAndNothingElse() {
        Mention response = Samples.one(Samples.heard(new Typeform(), Map.of(), "form-response"));
        assertEquals("a3a12ec67a1365927098a606107fac15", response.externalId());
        assertEquals("After your order", response.title());
        assertEquals(
                "What went wrong?\nThe lid fell off. größer 😀\n\nWhich of these fit?\nBroken, Late, Cold\n\n"
                        + "Do you like tea?\nYes\n\nAnything else?\nNo.",
                response.text());
        assertEquals(Instant.parse("2026-11-20T08:30:00Z"), response.createdAt());
        assertEquals(1, response.version());
        assertNull(response.author());
        assertNull(response.url());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mira@example.com", " Mira.O+x@mail.example.co.uk\\n", "+49 (170) 000-0000", "01700000000"})
    void addressesAndNumbersGivenAsFreeTextAreNotKept(String contact) {
        assertEquals(Heard.ignored(), heard(answer("{\"type\": \"text\", \"text\": \"" + contact + "\"}")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"email me @ work", "4711", "I called 01700000000 twice", "a@b c"})
    void otherTextIsKeptThoughItHasSuchPartsInIt(String text) {
        assertEquals(
                text,
                Samples.one(heard(answer("{\"type\": \"text\", \"text\": \"" + text + "\"}")))
                        .text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"type\": \"text\", \"text\": null}",
                "{\"type\": \"choice\", \"choice\": {\"label\": null, \"other\": null}}",
                "{\"type\": \"choices\", \"choices\": null}",
                "{\"type\": null}",
                "null",
                "5"
            })
    void noAnswerIsNoWord(String answer) {
        assertEquals(Heard.ignored(), heard(answer(answer)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"form-response-partial", "form-response-without-words"})
    void whatIsUnfinishedOrWithoutWordsIsIgnored(String file) {
        assertEquals(Heard.ignored(), Samples.heard(new Typeform(), Map.of(), file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"event_type\": \"form_response\"} | /form_response/token",
                "{\"event_type\": \"form_response\", \"form_response\": []} | /form_response,/form_response/token",
                "{\"event_type\": \"form_response\", \"form_response\": {\"token\": \"t\", \"submitted_at\": 1,"
                        + " \"definition\": {\"title\": 2}}} | /form_response/definition/title,/form_response/submitted_at"
            })
    void whatIsNotAsDocumentedIsPointedAt(String body, String pointers) {
        assertEquals(List.of(pointers.split(",")), Samples.pointers(heard(body)));
    }

    @ParameterizedTest
    @CsvSource({"'{\"channels\": [\"lt4z3j\"]}', 1", "'{\"channels\": [\"other\"]}', 0", "'{\"events\": [\"x\"]}', 0"})
    void onlyFormsThatAreListenedToAreHeard(String options, int mentions) {
        Heard heard = Samples.heard(
                new Typeform(),
                Samples.source("typeform", options),
                Map.of(),
                Signed.file("typeform/form-response.json"));
        assertEquals(mentions, ((Heard.Mentions) heard).mentions().size());
    }

    private static String answer(String answer) {
        return "{\"event_type\": \"form_response\", \"form_response\": {\"token\": \"t\", \"answers\": [" + answer
                + "]}}";
    }

    private static Heard heard(String body) {
        return Samples.heard(new Typeform(), Signed.source("typeform", "s"), Map.of(), body.getBytes(UTF_8));
    }
}
