package dev.earshot.analyze;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.Decoded;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Outcome;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class AnalyzeTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final LanguageDetector LANGUAGES = new LanguageDetector(PackagedModel.load(), List.of("en", "de"));

    private final List<String> lines = new ArrayList<>();
    private final Metrics metrics = new Metrics("analyze", Clock.fixed(NOON, ZoneOffset.UTC), lines::add);
    private final Analyze analyze = new Analyze(
            Analyzer.oneByOne(
                    mention -> new Understanding.Understood(Analysis.languageOnly(LANGUAGES.detect(mention)))),
            metrics);

    @Test
    void withoutAnAnalyzerOnlyTheLanguageIsKnownAndTheAnalysisSaysSo() {
        Mention mention = said("Where is my parcel? It should have been here a week ago.");
        AnalyzedMention analyzed = analyze(mention);
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
        assertNull(analyze(said("👍👍👍 🎉")).analysis().language());
    }

    @Test
    void aTombstoneIsPassedOnWithoutAnalysis() {
        Mention gone =
                Mention.of("our-forum", "standard-webhooks", "1").version(2).deleted(NOON);
        assertEquals(new AnalyzedMention(gone, null), analyze(gone));
    }

    @Test
    void whatIsAnalyzedCanBeReadFromTheNextQueue() {
        AnalyzedMention analyzed = analyze(said("Die Lampe ist kaputt, und niemand antwortet mir."));
        assertEquals(new Decoded.Read<>(analyzed), QueueForms.readAnalyzed(QueueForms.write(analyzed)));
    }

    @Test
    void ofOneBatchAFaultFailsItsMentionAloneAndWhatCannotBeNowIsTriedAgain() {
        Analyze picky = new Analyze(
                mentions -> mention -> switch (mention.text()) {
                    case "fault" -> throw new IllegalStateException("a fault");
                    case "busy" -> new Understanding.NotNow("the service is busy");
                    default -> new Understanding.Understood(Analysis.languageOnly(null));
                },
                metrics);
        Function<Mention, Outcome> handler = picky.handlerOf(List.of(said("fault"), said("busy"), said("fine")));
        assertThrows(IllegalStateException.class, () -> handler.apply(said("fault")));
        assertEquals(new Outcome.TryAgain("the service is busy"), handler.apply(said("busy")));
        assertInstanceOf(Outcome.Forward.class, handler.apply(said("fine")));
        metrics.flush();
        assertTrue(lines.get(0).contains("\"Analyzed\":1"), lines.get(0));
    }

    @Test
    void theAnalyzerSeesAMentionThatCameTwiceOnceAndNoTombstone() {
        List<Mention> seen = new ArrayList<>();
        Analyze watched = new Analyze(
                mentions -> {
                    seen.addAll(mentions);
                    return mention -> new Understanding.Understood(Analysis.languageOnly(null));
                },
                metrics);
        Mention gone =
                Mention.of("our-forum", "standard-webhooks", "2").version(2).deleted(NOON);
        watched.handlerOf(List.of(said("one"), gone, said("two"), said("one")));
        assertEquals(List.of(said("one"), said("two")), seen);
    }

    private AnalyzedMention analyze(Mention mention) {
        Outcome outcome = analyze.handlerOf(List.of(mention)).apply(mention);
        String body = assertInstanceOf(Outcome.Forward.class, outcome).body();
        return ((Decoded.Read<AnalyzedMention>) QueueForms.readAnalyzed(body)).value();
    }

    private static Mention said(String text) {
        return Mention.of("our-forum", "standard-webhooks", "1").text(text).heard(NOON);
    }
}
