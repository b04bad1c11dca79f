package dev.earshot.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.Decoded;
import dev.earshot.core.queue.QueueForms;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalyzeTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final Analyze ANALYZE = new Analyze(new LanguageDetector(PackagedModel.load(), List.of("en", "de")));

    @Test
    void withoutAnAnalyzerOnlyTheLanguageIsKnownAndTheAnalysisSaysSo() {
        Mention mention = said("Where is my parcel? It should have been here a week ago.");
        AnalyzedMention analyzed = ANALYZE.analyze(mention);
        assertEquals(mention, analyzed.mention());
        Analysis analysis = analyzed.analysis();
        assertEquals("en", analysis.language().code());
        assertEquals("none", analysis.mode());
        assertEquals("no analyzer configured", analysis.unanalysed());
        assertNull(analysis.sentiment());
        assertNull(analysis.sentimentScores());
        assertEquals(List.of(), analysis.intents());
        assertEquals(List.of(), analysis.topics());
        assertEquals(List.of(), analysis.departments());
        assertFalse(analysis.urgent());
        assertNull(analysis.noise());
    }

    @Test
    void whereThereAreNoWordsThereIsNoLanguage() {
        assertNull(ANALYZE.analyze(said("👍👍👍 🎉")).analysis().language());
    }

    @Test
    void aTombstoneIsPassedOnWithoutAnalysis() {
        Mention gone =
                Mention.of("our-forum", "standard-webhooks", "1").version(2).deleted(NOON);
        assertEquals(new AnalyzedMention(gone, null), ANALYZE.analyze(gone));
    }

    @Test
    void whatIsAnalyzedCanBeReadFromTheNextQueue() {
        AnalyzedMention analyzed = ANALYZE.analyze(said("Die Lampe ist kaputt, und niemand antwortet mir."));
        assertEquals(new Decoded.Read<>(analyzed), QueueForms.readAnalyzed(QueueForms.write(analyzed)));
    }

    private static Mention said(String text) {
        return Mention.of("our-forum", "standard-webhooks", "1").text(text).heard(NOON);
    }
}
