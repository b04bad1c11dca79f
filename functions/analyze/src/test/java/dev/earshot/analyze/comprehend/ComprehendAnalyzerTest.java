package dev.earshot.analyze.comprehend;

import static dev.earshot.analyze.comprehend.Comprehending.all;
import static dev.earshot.analyze.comprehend.Comprehending.draft;
import static dev.earshot.analyze.comprehend.Comprehending.said;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.Understanding;
import dev.earshot.analyze.comprehend.ComprehendStub.Asked;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Analysis.DetectedLanguage;
import dev.earshot.core.analysis.Analysis.SentimentScores;
import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.mention.Mention;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComprehendAnalyzerTest {

    private final ComprehendStub stub = ComprehendStub.start();
    private final Comprehending comprehending = new Comprehending(stub.endpoint());

    @AfterEach
    void stop() {
        comprehending.close();
        stub.close();
    }

    @Test
    void languageSentimentAndScoresAreComprehends() {
        Analysis analysis = comprehending.analysis(said("I love my Halden kettle."));
        assertEquals("comprehend", analysis.mode());
        assertEquals(new DetectedLanguage("en", 0.988), analysis.language());
        assertEquals(Sentiment.POSITIVE, analysis.sentiment());
        assertEquals(new SentimentScores(0.91, 0.03, 0.03, 0.03), analysis.sentimentScores());
        assertNull(analysis.unanalysed());
    }

    @ParameterizedTest
    @CsvSource({
        "I love it, POSITIVE, 0.91, 0.03, 0.03, 0.03",
        "I hate it, NEGATIVE, 0.03, 0.91, 0.03, 0.03",
        "It is a kettle, NEUTRAL, 0.03, 0.03, 0.91, 0.03",
        "I love and hate it, MIXED, 0.03, 0.03, 0.03, 0.91",
    })
    void everyScoreIsInItsPlace(
            String text, Sentiment sentiment, double pos, double neg, double neutral, double mixed) {
        Analysis analysis = comprehending.analysis(said(text));
        assertEquals(sentiment, analysis.sentiment());
        assertEquals(new SentimentScores(pos, neg, neutral, mixed), analysis.sentimentScores());
    }

    @Test
    void aBatchTakesOneCallForItsLanguagesAndOneForEachLanguage() {
        List<Mention> mentions =
                List.of(said("I love it"), said("[de] love"), said("[de] hate"), said("[nl] love"), said("I hate it"));
        List<Analysis> analyses = comprehending.understand(mentions).stream()
                .map(u -> ((Understanding.Understood) u).analysis())
                .toList();
        assertEquals(
                List.of(
                        new Asked(
                                "BatchDetectDominantLanguage",
                                "",
                                List.of("I love it", "[de] love", "[de] hate", "[nl] love", "I hate it")),
                        new Asked("BatchDetectSentiment", "en", List.of("I love it", "I hate it")),
                        new Asked("BatchDetectSentiment", "de", List.of("[de] love", "[de] hate"))),
                stub.asked());
        assertEquals(
                List.of("en POSITIVE", "de POSITIVE", "de NEGATIVE", "nl null", "en NEGATIVE"),
                analyses.stream()
                        .map(a -> a.language().code() + " " + a.sentiment())
                        .toList());
        assertEquals(
                "Comprehend does not judge sentiment in 'nl'", analyses.get(3).unanalysed());
        assertNull(analyses.get(3).sentimentScores());
    }

    @ParameterizedTest
    @CsvSource({
        "zh, zh",
        "zh-tw, zh-TW",
        "zh-hant, zh-TW",
        "zh-hant-hk, zh-TW",
        "zh-hk, zh-TW",
        "zh-mo, zh-TW",
        "zh-cn, zh",
        "zh-hans-hk, zh",
        "zh-sg, zh",
        "pt-br, pt",
        "en-gb, en",
        "hi, hi",
        "ar, ar",
        "es-419, es",
        "ko, ko",
        "ja, ja",
    })
    void whatThePlatformStatesIsNotAskedForAgainAndIsJudgedAsComprehendCallsIt(String stated, String code) {
        Mention mention = draft("a kettle").language(stated).heard(Comprehending.NOON);
        Analysis analysis = comprehending.analysis(mention);
        assertEquals(new DetectedLanguage(stated, 1), analysis.language());
        assertEquals(Sentiment.NEUTRAL, analysis.sentiment());
        assertEquals(List.of(new Asked("BatchDetectSentiment", code, List.of("a kettle"))), stub.asked());
    }

    @ParameterizedTest
    @CsvSource({"zh, zh, zh", "zh-TW, zh-tw, zh-TW"})
    void bothChinesesThatComprehendDetectsAreJudged(String detected, String code, String asked) {
        assertEquals(
                code,
                comprehending
                        .analysis(said("[" + detected + "] love"))
                        .language()
                        .code());
        assertEquals(asked, stub.asked().get(1).language());
    }

    @ParameterizedTest
    @ValueSource(strings = {"nl", "pl", "sv", "tlh", "yue", "la", "ceb"})
    void languagesThatComprehendDoesNotJudgeAreNotSentForIt(String code) {
        Mention mention = draft("a kettle").language(code).heard(Comprehending.NOON);
        Analysis analysis = comprehending.analysis(mention);
        assertNull(analysis.sentiment());
        assertEquals("Comprehend does not judge sentiment in '" + code + "'", analysis.unanalysed());
        assertEquals(0, stub.attempts());
    }

    @Test
    void aLanguageThatCannotBeToldIsNull() {
        Analysis analysis = comprehending.analysis(said("[none] Qapla love"));
        assertNull(analysis.language());
        assertNull(analysis.sentiment());
        assertEquals("Comprehend could not tell the language", analysis.unanalysed());
        assertEquals(1, stub.asked().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   \n\t ",
                "\u0000\u0001",
                "\u200B\u200D\uFEFF",
                "\uD83D",
                "\u00A0\u3000",
                "👍 🎉",
                "1234 !!!"
            })
    void whereThereAreNoWordsNothingIsSentAndNothingIsPaid(String text) {
        Analysis analysis = comprehending.analysis(said(text));
        assertEquals("comprehend", analysis.mode());
        assertNull(analysis.language());
        assertNull(analysis.sentiment());
        assertEquals("there are no words to analyse", analysis.unanalysed());
        assertEquals(0, stub.attempts());
        assertEquals("", comprehending.metrics());
    }

    @Test
    void emojiInALanguageThatIsStatedAreJudged() {
        Mention mention = draft("👍 🎉").language("en").heard(Comprehending.NOON);
        assertEquals(Sentiment.NEUTRAL, comprehending.analysis(mention).sentiment());
    }

    @Test
    void theTitleCountsToo() {
        Mention mention = draft("See above.").title("I hate this kettle").heard(Comprehending.NOON);
        assertEquals(Sentiment.NEGATIVE, comprehending.analysis(mention).sentiment());
        assertEquals(
                List.of("I hate this kettle\nSee above."), stub.asked().get(1).texts());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "é", "漢", "😀", "a😀", "e\u0301", "👨‍👩‍👧‍👦"})
    void longTextsAreCutBetweenCharactersBelow5KilobytesAndTheirLanguageIsToldByTheirBeginning(String part) {
        Mention mention = said("I love " + part.repeat(5_000));
        assertEquals(Sentiment.POSITIVE, comprehending.analysis(mention).sentiment());
        String sample = stub.asked().get(0).texts().get(0);
        assertEquals(300, sample.codePointCount(0, sample.length()));
        String words = stub.asked().get(1).texts().get(0);
        assertTrue(mention.text().startsWith(words), "it is the beginning");
        int bytes = words.getBytes(UTF_8).length;
        assertTrue(bytes < 5_000 && bytes > 4_995, bytes + " bytes");
    }

    @Test
    void moreThan25TextsTakeMoreCallsAndKeepTheirOrder() {
        List<Mention> mentions = all(60, i -> (i % 2 == 0 ? "love " : "hate ") + i);
        List<Understanding> understood = comprehending.understand(mentions);
        assertEquals(
                List.of(25, 25, 10, 25, 25, 10),
                stub.asked().stream().map(call -> call.texts().size()).toList());
        IntStream.range(0, 60)
                .forEach(i -> assertEquals(
                        i % 2 == 0 ? Sentiment.POSITIVE : Sentiment.NEGATIVE,
                        assertInstanceOf(Understanding.Understood.class, understood.get(i))
                                .analysis()
                                .sentiment()));
    }

    @Test
    void hostileTextsTogetherNeverBreakTheBatchAndEachIsJudgedInItsOwnLanguage() {
        List<Mention> mentions = HostileTexts.ALL.stream()
                .map(text -> Comprehending.raw("[de] " + text))
                .toList();
        List<Understanding> understood = comprehending.understand(mentions);
        assertEquals(
                Map.of("de", (long) mentions.size()),
                understood.stream()
                        .map(u -> assertInstanceOf(Understanding.Understood.class, u)
                                .analysis())
                        .peek(a -> assertEquals(Sentiment.NEUTRAL, a.sentiment()))
                        .collect(Collectors.groupingBy(a -> a.language().code(), Collectors.counting())));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 3", "300, 3, 3", "301, 3, 4", "1000, 3, 10", "4999, 3, 50", "60000, 3, 50"})
    void whatIsPaidForIsCountedByKind(int characters, int languageUnits, int sentimentUnits) {
        comprehending.analysis(said("a".repeat(characters)));
        String metrics = comprehending.metrics();
        assertTrue(metrics.contains("\"ComprehendLanguageUnits\":" + languageUnits + ","), metrics);
        assertTrue(metrics.contains("\"ComprehendSentimentUnits\":" + sentimentUnits + "}"), metrics);
    }

    @Test
    void theUnitsOfABatchAreThoseOfItsTexts() {
        comprehending.understand(all(4, i -> "a".repeat(i * 200 + 1)));
        String metrics = comprehending.metrics();
        assertTrue(metrics.contains("\"ComprehendLanguageUnits\":12,"), metrics);
        assertTrue(metrics.contains("\"ComprehendSentimentUnits\":18}"), metrics);
    }
}
