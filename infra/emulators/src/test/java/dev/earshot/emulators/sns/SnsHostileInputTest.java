package dev.earshot.emulators.sns;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SnsHostileInputTest {

    private static SnsBench bench;

    @BeforeAll
    static void start() {
        bench = SnsBench.open();
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @Test
    void aBodyOverOneMegabyteIsRefused() {
        assertError(413, "RequestEntityTooLarge", bench.post("Action=Publish&Message=" + "x".repeat(1_048_576)));
    }

    @Test
    void thousandsOfParametersAreRefused() {
        StringBuilder form = new StringBuilder("Action=ListTopics");
        for (int i = 0; i < 3_000; i++) {
            form.append("&p").append(i).append("=1");
        }
        assertError(400, "MalformedQueryString", bench.post(form.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Action=%zz", "Action=Nonsense", "", "=&&=", "Action=%00%01%3Cb%3E"})
    void nonsenseIsAnErrorInXml(String form) {
        HttpResponse<String> answer = bench.post(form);
        assertEquals(400, answer.statusCode());
        assertTrue(answer.body().contains("<Error>"), answer.body());
    }

    @Test
    void charactersThatXmlCannotSayAreReplaced() {
        HttpResponse<String> answer = bench.post("Action=%00%3Cscript%3E");
        assertTrue(answer.body().contains("\ufffd&lt;script&gt;"), answer.body());
    }

    @Test
    void aLinkCanConfirmAndUnsubscribeButNothingElse() {
        assertError(400, "InvalidAction", bench.get(bench.emulator.endpoint() + "/?Action=CreateTopic&Name=x"));
    }

    @Test
    void whereNothingIsIsNotFound() {
        assertError(404, "NotFound", bench.get(bench.emulator.endpoint() + "/favicon.ico"));
    }

    private static void assertError(int status, String code, HttpResponse<String> answer) {
        assertEquals(status, answer.statusCode());
        assertTrue(answer.body().contains("<Code>" + code + "</Code>"), answer.body());
    }
}
