package dev.earshot.analyze.comprehend;

import static dev.earshot.analyze.comprehend.Comprehending.all;
import static dev.earshot.analyze.comprehend.Comprehending.draft;
import static dev.earshot.analyze.comprehend.Comprehending.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.Understanding;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.mention.Mention;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ComprehendFailuresTest {

    private final ComprehendStub stub = ComprehendStub.start();
    private final Comprehending comprehending = new Comprehending(stub.endpoint());

    @AfterEach
    void stop() {
        comprehending.close();
        stub.close();
    }

    @Test
    void aThrottledCallIsTriedAgainAndThePublicNeverNotices() {
        stub.throttleNext(3);
        assertEquals(
                Sentiment.POSITIVE, comprehending.analysis(said("I love it")).sentiment());
        assertEquals(5, stub.attempts());
        String metrics = comprehending.metrics();
        assertTrue(metrics.contains("\"ComprehendThrottled\":3"), metrics);
        assertFalse(metrics.contains("Unavailable"), metrics);
        assertTrue(metrics.contains("\"ComprehendLanguageUnits\":3"), "what was put off is not paid for: " + metrics);
    }

    @Test
    void whatStaysThrottledGoesBackToTheQueueWellWithinTheFunctionsTenSeconds() {
        stub.throttleNext(1_000);
        List<Understanding> understood =
                assertTimeout(Duration.ofSeconds(7), () -> comprehending.understand(all(10, i -> "I love it " + i)));
        understood.forEach(u -> assertEquals(
                "Comprehend did not answer: ThrottlingException",
                assertInstanceOf(Understanding.NotNow.class, u).reason()));
        assertEquals(4, stub.attempts());
        String metrics = comprehending.metrics();
        assertTrue(metrics.contains("\"ComprehendThrottled\":4,\"ComprehendUnavailable\":1"), metrics);
    }

    @Test
    void whenOneLanguageIsThrottledTheOthersGoOn() {
        Mention english = draft("I love it").language("en").heard(Comprehending.NOON);
        Mention german = draft("hate").language("de").heard(Comprehending.NOON);
        stub.throttleNext(4);
        List<Understanding> understood = comprehending.understand(List.of(english, german));
        assertInstanceOf(Understanding.NotNow.class, understood.get(0));
        assertEquals(Sentiment.NEGATIVE, analysis(understood.get(1)).sentiment());
    }

    @Test
    void aTextThatComprehendFailsOnIsTriedAgainAlone() {
        stub.failOn(text -> text.contains("cursed"));
        List<Understanding> understood =
                comprehending.understand(List.of(said("I love it"), said("cursed"), said("I hate it")));
        assertEquals(Sentiment.POSITIVE, analysis(understood.get(0)).sentiment());
        assertEquals(
                "Comprehend failed on this text, error INTERNAL_SERVER_ERROR",
                assertInstanceOf(Understanding.NotNow.class, understood.get(1)).reason());
        assertEquals(Sentiment.NEGATIVE, analysis(understood.get(2)).sentiment());
    }

    @Test
    void aTextThatSpoilsItsBatchGoesOnUnanalysedAndTheOthersAreAnalysed() {
        stub.refuseCallsWith(text -> text.contains("poison"));
        List<Understanding> understood =
                comprehending.understand(List.of(said("I love it"), said("poison"), said("I hate it")));
        assertEquals(Sentiment.POSITIVE, analysis(understood.get(0)).sentiment());
        assertNull(analysis(understood.get(1)).sentiment());
        assertEquals(
                "Comprehend refuses the text: InvalidRequestException",
                analysis(understood.get(1)).unanalysed());
        assertEquals(Sentiment.NEGATIVE, analysis(understood.get(2)).sentiment());
    }

    @Test
    void aLanguageThatComprehendNoLongerTakesIsNoReasonToTryAgain() {
        stub.refuseNext(1, 400, "UnsupportedLanguageException");
        Mention mention = draft("love").language("hi").heard(Comprehending.NOON);
        assertEquals(
                "Comprehend does not take this language",
                comprehending.analysis(mention).unanalysed());
        assertEquals(1, stub.attempts());
    }

    @ParameterizedTest
    @CsvSource({"400, AccessDeniedException, 1", "500, InternalServerException, 4", "503, ServiceUnavailable, 4"})
    void anOutageOrAMissingRightIsTriedAgainLater(int status, String type, int attempts) {
        stub.refuseNext(attempts, status, type);
        Understanding understanding =
                comprehending.understand(List.of(said("I love it"))).get(0);
        assertEquals(
                "Comprehend did not answer: " + type,
                assertInstanceOf(Understanding.NotNow.class, understanding).reason());
        assertEquals(attempts, stub.attempts());
        assertTrue(comprehending.metrics().contains("\"ComprehendUnavailable\":1"));
        assertEquals(
                Sentiment.POSITIVE, comprehending.analysis(said("I love it")).sentiment());
    }

    @Test
    void aServiceThatNeverAnswersIsGivenUpInTime() throws IOException {
        byte[] loopback = {127, 0, 0, 1};
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getByAddress(loopback));
                Comprehending deaf = new Comprehending(URI.create("http://127.0.0.1:" + silent.getLocalPort()))) {
            Understanding understanding =
                    assertTimeout(Duration.ofSeconds(5), () -> deaf.understand(List.of(said("I love it")))
                            .get(0));
            assertInstanceOf(Understanding.NotNow.class, understanding);
        }
    }

    @Test
    void noCallBeginsThatCouldEndBeyondTheFunctionsTime() {
        List<Mention> mentions = new ArrayList<>();
        for (String language : List.of("en", "de", "fr", "es", "it", "pt")) {
            mentions.add(draft("love").language(language).heard(Comprehending.NOON));
        }
        Clock hasty = new SteppingClock(Duration.ofSeconds(1));
        List<Understanding> understood = mentions.stream()
                .map(comprehending.analyzer(hasty).analyze(mentions))
                .toList();
        assertEquals(3, stub.asked().size());
        understood
                .subList(0, 3)
                .forEach(u -> assertEquals(Sentiment.POSITIVE, analysis(u).sentiment()));
        understood
                .subList(3, 6)
                .forEach(u -> assertEquals(
                        "there was no time left to ask Comprehend",
                        assertInstanceOf(Understanding.NotNow.class, u).reason()));
    }

    private static Analysis analysis(Understanding understanding) {
        return assertInstanceOf(Understanding.Understood.class, understanding).analysis();
    }

    /** A clock that is later by a step each time it is read. */
    private static final class SteppingClock extends Clock {

        private final Duration step;
        private Instant now = Comprehending.NOON;

        SteppingClock(Duration step) {
            this.step = step;
        }

        @Override
        public Instant instant() {
            Instant read = now;
            now = now.plus(step);
            return read;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
