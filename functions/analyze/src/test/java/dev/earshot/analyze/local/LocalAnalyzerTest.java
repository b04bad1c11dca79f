package dev.earshot.analyze.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.PackagedModel;
import dev.earshot.analyze.Understanding;
import dev.earshot.analyze.departments.Company;
import dev.earshot.analyze.departments.Correction;
import dev.earshot.analyze.departments.CorrectionTrainer;
import dev.earshot.analyze.departments.DepartmentModel;
import dev.earshot.analyze.departments.Lesson;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.mention.Mention;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalAnalyzerTest {

    private static final LocalAnalyzer ANALYZER = new LocalAnalyzer(
            new LanguageDetector(PackagedModel.load(), List.of("en", "de", "fr", "ru", "ar", "zh", "ja")),
            TextEncoder.packaged(),
            LocalModels.sentiment(),
            LocalModels.intents(),
            LocalModels.departments());

    @Test
    void aPlainComplaintIsUnderstood() {
        Analysis analysis = analysis("I have been waiting three weeks for my order and nobody answers my emails.");
        assertEquals("local", analysis.mode());
        assertEquals(Sentiment.NEGATIVE, analysis.sentiment());
        assertEquals("complaint", analysis.intents().get(0).id());
        assertEquals("support", analysis.departments().get(0).id());
        assertTrue(analysis.departments().get(0).score() >= Analysis.FITS);
        assertNull(analysis.noise());
        assertNull(analysis.unanalysed());
    }

    @Test
    void whatPeopleTaughtDecidesFromTheNextMentionOn() {
        String taught = "The volunteering day at the river was cancelled again.";
        String alike = "Why did you cancel the river clean-up with the volunteers?";
        DepartmentModel packaged = LocalModels.departments();
        TextEncoder encoder = TextEncoder.packaged();
        List<Lesson> lessons = Stream.of("ada", "grace", "linus")
                .map(by -> new Lesson(
                        encoder.encode(taught).embedding(), packaged.logits(encoder.encode(taught)), "sales", true, by))
                .toList();
        AtomicReference<Optional<Correction>> learned = new AtomicReference<>(Optional.empty());
        LocalAnalyzer analyzer = new LocalAnalyzer(
                new LanguageDetector(PackagedModel.load(), List.of("en", "de")),
                encoder,
                LocalModels.sentiment(),
                LocalModels.intents(),
                packaged,
                () -> Company.packaged(packaged),
                learned::get);
        assertTrue(assigned(analyzer, alike).stream().noneMatch("sales"::equals));
        learned.set(Optional.of(new CorrectionTrainer(packaged.ids()).train(lessons)));
        assertEquals("sales", assigned(analyzer, alike).get(0));
    }

    private static List<String> assigned(LocalAnalyzer analyzer, String text) {
        Mention mention = Mention.of("our-forum", "none", "1").text(text).heard(Instant.EPOCH);
        Understanding.Understood understood = assertInstanceOf(Understanding.Understood.class, analyzer.apply(mention));
        return understood.analysis().departments().stream()
                .filter(one -> one.score() >= Analysis.FITS)
                .map(Analysis.Scored::id)
                .toList();
    }

    @Test
    void plainPraiseIsPositive() {
        assertEquals(
                Sentiment.POSITIVE,
                analysis("Absolutely love the new headphones, best I have ever owned!")
                        .sentiment());
    }

    @Test
    void theFourSentimentsSumToOne() {
        Analysis.SentimentScores scores = assertNotNullValue(
                analysis("The food was great, but the service was terrible.").sentimentScores());
        assertEquals(1, scores.positive() + scores.negative() + scores.neutral() + scores.mixed(), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Lieferung kam drei Wochen zu spät und niemand hat sich gemeldet.",
                "Доставка опоздала на три недели, и никто мне не ответил.",
                "送货晚了三个星期，也没有人回答我的问题。"
            })
    void ofOtherLanguagesTheLanguageAloneIsTold(String text) {
        Analysis analysis = analysis(text);
        assertNull(analysis.sentiment());
        assertNull(analysis.sentimentScores());
        assertEquals(List.of(), analysis.departments());
        assertTrue(assertNotNullValue(analysis.unanalysed()).contains("English only"), analysis.unanalysed());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " \n\t", "👍", "\u0000", "\uD83D", "מה קורה עם ההזמנה שלי?", "ok 好 да مرحبا", "!!!"})
    void anyTextGetsAnAnswer(String text) {
        Analysis analysis = analysis(text);
        assertEquals(analysis.sentiment() == null, analysis.unanalysed() != null);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I love this shop \uD83D and its\uDE00 staff, thank you.",
                "Your app\u0000 crashes\u0007 every\u001B[31m time I open the settings.",
                "The delivery \u202Eetal saw\u202C and nobody answered my e-mails.",
                "T\u0301\u0302\u0303\u0304\u0305h\u0301\u0302\u0303e lid of the kettle broke after two days.",
                "I asked for a refund مرحبا and nobody 好 answered me for три weeks.",
                "\uFEFFThank\u200Byou for the quick\u00A0repair of my bike.\u2028Lovely people!"
            })
    void englishWithHostileCharactersInItIsReadAsEnglish(String text) {
        Analysis analysis = analysis(text);
        assertNotNull(analysis.sentiment(), () -> String.valueOf(analysis.unanalysed()));
        assertFalse(analysis.intents().isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"👍", "\uD83D", "\u0301", "\u0000", "ש", "好", "a\u0301 "})
    void sixtyFourKilobytesOfAnythingGetAnAnswer(String one) {
        Analysis analysis = analysis(one.repeat(64 * 1024 / one.length()));
        assertEquals(analysis.sentiment() == null, analysis.unanalysed() != null);
    }

    @Test
    void textsOfSixtyFourKilobytesGetAnAnswerInLittleTime() {
        assertNotNull(analysis("this keeps crashing and I want it fixed. ".repeat(1_600))
                .sentiment());
        assertNotNull(analysis("x".repeat(64 * 1024)).mode());
    }

    @Test
    void theSameTextGetsTheSameAnswerWhateverWasReadBefore() {
        Understanding first = ANALYZER.apply(said("Why is the app so slow since the update?"));
        ANALYZER.apply(said("Lovely advert!"));
        assertEquals(first, ANALYZER.apply(said("Why is the app so slow since the update?")));
    }

    @Test
    void textsThatSayAlikePointAlike() {
        byte[] late = embedding("My parcel is late.");
        assertTrue(cosine(late, embedding("The package has not arrived in time."))
                > cosine(late, embedding("Your chief executive was on television.")));
    }

    @Test
    void whatLooksLikeAdvertisingIsNoiseAndWhatIsPlainIsNot() {
        assertNotNull(analysis("FREE followers!!! sub4sub check my page, crypto airdrop 100x")
                .noise());
        assertFalse(analysis("The lid of the kettle broke after two days.")
                .departments()
                .isEmpty());
    }

    private static byte[] embedding(String text) {
        Understanding.Understood understood =
                assertInstanceOf(Understanding.Understood.class, ANALYZER.apply(said(text)));
        return assertNotNullValue(understood.embedding()).bytes();
    }

    private static double cosine(byte[] a, byte[] b) {
        double product = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            product += a[i] * b[i];
            squareA += a[i] * a[i];
            squareB += b[i] * b[i];
        }
        return product / Math.sqrt(squareA * squareB);
    }

    private static <T> T assertNotNullValue(T value) {
        assertNotNull(value);
        return value;
    }

    private static Analysis analysis(String text) {
        return assertInstanceOf(Understanding.Understood.class, ANALYZER.apply(said(text)))
                .analysis();
    }

    private static Mention said(String text) {
        return Mention.of("our-forum", "standard-webhooks", "1").text(text).heard(Instant.EPOCH);
    }
}
