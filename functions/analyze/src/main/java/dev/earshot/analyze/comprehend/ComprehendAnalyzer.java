package dev.earshot.analyze.comprehend;

import dev.earshot.analyze.Analyzer;
import dev.earshot.analyze.Understanding;
import dev.earshot.core.analysis.Analysis.DetectedLanguage;
import dev.earshot.core.mention.Mention;
import dev.earshot.edge.Metrics;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.comprehend.model.LanguageCode;

/**
 * Asks Amazon Comprehend: one call for the languages that platforms do not state, then one for the sentiments of each
 * language. Texts without anything to see are not sent.
 */
public final class ComprehendAnalyzer implements Analyzer {

    /** The last call of a batch begins before this and takes 3 s at most: the function's 10 s leave room for queues. */
    private static final Duration LATEST_BEGIN = Duration.ofMillis(3_500);

    private final ComprehendClient client;
    private final Metrics metrics;
    private final Clock clock;

    /**
     * @param client of {@link ComprehendClients}
     * @param metrics counts what is paid for and what fails
     */
    public ComprehendAnalyzer(ComprehendClient client, Metrics metrics, Clock clock) {
        this.client = client;
        this.metrics = metrics;
        this.clock = clock;
    }

    @Override
    public Function<Mention, Understanding> analyze(List<Mention> mentions) {
        return analyze(mentions, ComprehendAnalyzer::stated);
    }

    /**
     * The same, where languages are known.
     *
     * @param languages gives null for a mention whose language is to be asked for
     */
    public Function<Mention, Understanding> analyze(
            List<Mention> mentions, Function<Mention, @Nullable DetectedLanguage> languages) {
        Map<Mention, Reading> readings = new LinkedHashMap<>();
        mentions.forEach(mention -> readings.put(mention, new Reading(mention, languages.apply(mention))));
        Instant end = clock.instant().plus(LATEST_BEGIN);
        ComprehendCalls calls =
                new ComprehendCalls(client, metrics, () -> clock.instant().isBefore(end));
        tellLanguages(List.copyOf(readings.values()), calls);
        tellSentiments(List.copyOf(readings.values()), calls);
        return mention -> known(readings.get(mention)).understanding();
    }

    /**
     * The most that asking about a mention costs, in units; 0 when it would not be asked about.
     *
     * @param language null when that is to be asked for, too
     */
    public static long units(Mention mention, @Nullable DetectedLanguage language) {
        return new Reading(mention, language).units();
    }

    private static @Nullable DetectedLanguage stated(Mention mention) {
        return mention.language() == null ? null : new DetectedLanguage(mention.language(), 1);
    }

    private static void tellLanguages(List<Reading> readings, ComprehendCalls calls) {
        List<Reading> asked = readings.stream().filter(Reading::needsLanguage).toList();
        List<String> samples = asked.stream()
                .map(reading -> reading.document().languageSample())
                .toList();
        forEach(asked, calls.languages(samples), Reading::language);
    }

    private static void tellSentiments(List<Reading> readings, ComprehendCalls calls) {
        Map<LanguageCode, List<Reading>> byLanguage = new LinkedHashMap<>();
        for (Reading reading : readings) {
            reading.sentimentLanguage().ifPresent(code -> byLanguage
                    .computeIfAbsent(code, c -> new ArrayList<>())
                    .add(reading));
        }
        byLanguage.forEach((code, asked) -> {
            List<String> words =
                    asked.stream().map(reading -> reading.document().words()).toList();
            forEach(asked, calls.sentiments(code, words), Reading::sentiment);
        });
    }

    private static <T> void forEach(List<Reading> asked, List<Answer<T>> answers, BiConsumer<Reading, Answer<T>> tell) {
        for (int i = 0; i < asked.size(); i++) {
            tell.accept(asked.get(i), answers.get(i));
        }
    }

    private static Reading known(@Nullable Reading reading) {
        if (reading == null) {
            throw new IllegalArgumentException("this mention was not in the batch");
        }
        return reading;
    }
}
