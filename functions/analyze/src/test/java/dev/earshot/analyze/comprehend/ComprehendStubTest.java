package dev.earshot.analyze.comprehend;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.comprehend.model.BatchSizeLimitExceededException;
import software.amazon.awssdk.services.comprehend.model.InvalidRequestException;
import software.amazon.awssdk.services.comprehend.model.TextSizeLimitExceededException;
import software.amazon.awssdk.services.comprehend.model.UnsupportedLanguageException;

/** The stub refuses what Comprehend is documented to refuse, or the other tests would prove nothing. */
class ComprehendStubTest {

    private final ComprehendStub stub = ComprehendStub.start();
    private final Comprehending comprehending = new Comprehending(stub.endpoint());
    private final ComprehendClient client = comprehending.client();

    @AfterEach
    void stop() {
        comprehending.close();
        stub.close();
    }

    @Test
    void moreThan25DocumentsAreRefused() {
        assertThrows(BatchSizeLimitExceededException.class, () -> languages(Collections.nCopies(26, "a")));
        languages(Collections.nCopies(25, "a"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "😀"})
    void documentsOf5KilobytesAreRefused(String character) {
        int fits = 4_999 / character.getBytes(UTF_8).length;
        assertThrows(TextSizeLimitExceededException.class, () -> languages(List.of("a", character.repeat(fits + 1))));
        languages(List.of("a", character.repeat(fits)));
    }

    @Test
    void noDocumentsAndEmptyOnesAndBrokenOnesAreRefused() {
        assertThrows(InvalidRequestException.class, () -> languages(List.of()));
        assertThrows(InvalidRequestException.class, () -> languages(List.of("a", "")));
        assertThrows(InvalidRequestException.class, () -> languages(List.of("a\u0000")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "zh-tw", "EN", "pt-BR", "xx"})
    void otherLanguagesAreRefused(String code) {
        assertThrows(
                UnsupportedLanguageException.class,
                () -> client.batchDetectSentiment(r -> r.languageCode(code).textList("a")));
    }

    @Test
    void aSentimentWithoutALanguageIsRefused() {
        assertThrows(InvalidRequestException.class, () -> client.batchDetectSentiment(r -> r.textList("a")));
    }

    @Test
    void whatIsRefusedIsNotAnswered() {
        assertThrows(InvalidRequestException.class, () -> languages(List.of()));
        assertEquals(List.of(), stub.asked());
    }

    private void languages(List<String> texts) {
        assertEquals(
                texts.size(),
                client.batchDetectDominantLanguage(r -> r.textList(texts))
                        .resultList()
                        .size());
    }
}
