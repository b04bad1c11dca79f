package dev.earshot.analyze.comprehend;

import static dev.earshot.analyze.comprehend.Comprehending.draft;
import static dev.earshot.analyze.comprehend.Comprehending.said;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.PackagedModel;
import dev.earshot.analyze.Understanding;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.hybrid.HybridAnalyzer;
import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.analyze.local.LocalAnalyzer;
import dev.earshot.analyze.local.LocalModels;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.mention.Mention;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The packaged local analyzer, and Comprehend as a stub. */
class HybridAnalyzerTest {

    private static final LocalAnalyzer LOCAL = new LocalAnalyzer(
            new LanguageDetector(PackagedModel.load(), List.of("en", "de", "nl", "ru", "zh")),
            TextEncoder.packaged(),
            LocalModels.sentiment(),
            LocalModels.intents(),
            LocalModels.departments());
    private static final String ENGLISH = "I have been waiting three weeks for my order and nobody answers my emails.";
    private static final String GERMAN =
            "Die Lieferung kam drei Wochen zu spät, I hate it, und niemand hat sich gemeldet.";
    private static final String DUTCH = "De levering kwam drie weken te laat en niemand heeft iets laten horen.";

    private final ComprehendStub stub = ComprehendStub.start();
    private final Comprehending comprehending = new Comprehending(stub.endpoint());
    private final List<Long> taken = new ArrayList<>();
    private long allowed = 1_000;

    @AfterEach
    void stop() {
        comprehending.close();
        stub.close();
    }

    @Test
    void englishStaysHereAndCostsNothing() {
        Analysis analysis = analysis(said(ENGLISH));
        assertEquals("local", analysis.mode());
        assertEquals(Sentiment.NEGATIVE, analysis.sentiment());
        assertEquals(List.of(), stub.asked());
        assertEquals(List.of(), taken);
    }

    @Test
    void anotherLanguageIsJudgedByComprehendInTheLanguageThatWasToldHere() {
        Analysis analysis = analysis(said(GERMAN));
        assertEquals("comprehend", analysis.mode());
        assertEquals(Sentiment.NEGATIVE, analysis.sentiment());
        assertEquals("de", analysis.language().code());
        assertNull(analysis.unanalysed());
        assertEquals(
                List.of(new ComprehendStub.Asked("BatchDetectSentiment", "de", List.of(GERMAN))),
                stub.asked(),
                "the language is known, so it is neither asked for nor paid");
        assertEquals(List.of(3L), taken);
    }

    @Test
    void whatComprehendDoesNotJudgeIsNotSent() {
        Analysis analysis = analysis(draft(DUTCH).language("nl").heard(Comprehending.NOON));
        assertEquals("local", analysis.mode());
        assertTrue(analysis.unanalysed().contains("English only"), analysis.unanalysed());
        analysis(said("👍"));
        assertEquals(List.of(), stub.asked());
        assertEquals(List.of(), taken);
    }

    @Test
    void whenTheDayIsSpentTheLocalAnalyzerIsLeftAndSaysWhy() {
        allowed = 3;
        List<Mention> mentions = List.of(said(GERMAN), said(ENGLISH), said(GERMAN));
        Function<Mention, Understanding> understanding = hybrid().analyze(mentions);
        assertEquals("comprehend", of(understanding, mentions.get(0)).mode());
        assertEquals("local", of(understanding, mentions.get(1)).mode());
        Analysis capped = of(understanding, mentions.get(2));
        assertEquals("local", capped.mode());
        assertEquals("de", capped.language().code());
        assertNull(capped.sentiment());
        assertTrue(capped.unanalysed().contains("allowed for today are spent"), capped.unanalysed());
        assertTrue(comprehending.metrics().contains("\"ComprehendCapped\":1"));
        assertEquals(1, stub.asked().size());
    }

    @Test
    void longTextsTakeWhatTheyCost() {
        analysis(draft("Das ist zu lang. ".repeat(60)).language("de").heard(Comprehending.NOON));
        assertEquals(List.of(11L), taken);
    }

    @Test
    void aMentionThatWasNotInTheBatchIsAMistake() {
        Function<Mention, Understanding> understanding = hybrid().analyze(List.of());
        Mention other = said(ENGLISH);
        assertThrows(IllegalArgumentException.class, () -> understanding.apply(other));
    }

    private HybridAnalyzer hybrid() {
        return new HybridAnalyzer(LOCAL, comprehending.analyzer(), this::take, comprehending.metrics);
    }

    private boolean take(long units) {
        if (units > allowed) {
            return false;
        }
        allowed -= units;
        taken.add(units);
        return true;
    }

    private Analysis analysis(Mention mention) {
        return of(hybrid().analyze(List.of(mention)), mention);
    }

    private static Analysis of(Function<Mention, Understanding> understanding, Mention mention) {
        return assertInstanceOf(Understanding.Understood.class, understanding.apply(mention))
                .analysis();
    }
}
