package dev.earshot.analyze.comprehend;

import dev.earshot.core.analysis.Analysis.DetectedLanguage;
import dev.earshot.core.mention.Mention;
import dev.earshot.edge.Metrics;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import software.amazon.awssdk.services.comprehend.ComprehendClient;
import software.amazon.awssdk.services.comprehend.model.BatchDetectDominantLanguageItemResult;
import software.amazon.awssdk.services.comprehend.model.BatchDetectDominantLanguageResponse;
import software.amazon.awssdk.services.comprehend.model.BatchDetectSentimentItemResult;
import software.amazon.awssdk.services.comprehend.model.BatchDetectSentimentResponse;
import software.amazon.awssdk.services.comprehend.model.DominantLanguage;
import software.amazon.awssdk.services.comprehend.model.LanguageCode;

/**
 * The two operations of Comprehend that are used. Counts {@code ComprehendLanguageUnits} and
 * {@code ComprehendSentimentUnits}, what is paid for, and {@code ComprehendUnavailable}, calls that were given up.
 *
 * @param timeIsLeft whether a call may still begin
 */
record ComprehendCalls(ComprehendClient client, Metrics metrics, BooleanSupplier timeIsLeft) {

    private static final double THOUSANDTHS = 1_000;

    /** The language of each document. */
    List<Answer<DetectedLanguage>> languages(List<String> documents) {
        return new BatchCall<>("ComprehendLanguageUnits", this::languagesOf, metrics, timeIsLeft).over(documents);
    }

    /** The sentiment of each document, all of which are in one language. */
    List<Answer<Judgement>> sentiments(LanguageCode language, List<String> documents) {
        return new BatchCall<>("ComprehendSentimentUnits", batch -> sentimentsOf(language, batch), metrics, timeIsLeft)
                .over(documents);
    }

    private List<Answer<DetectedLanguage>> languagesOf(List<String> batch) {
        BatchDetectDominantLanguageResponse response = client.batchDetectDominantLanguage(r -> r.textList(batch));
        Answers<DetectedLanguage> answers = new Answers<>(batch.size(), response.errorList());
        for (BatchDetectDominantLanguageItemResult result : response.resultList()) {
            answers.set(result.index(), dominant(result.languages()));
        }
        return answers.inOrder();
    }

    private List<Answer<Judgement>> sentimentsOf(LanguageCode language, List<String> batch) {
        BatchDetectSentimentResponse response =
                client.batchDetectSentiment(r -> r.languageCode(language).textList(batch));
        Answers<Judgement> answers = new Answers<>(batch.size(), response.errorList());
        for (BatchDetectSentimentItemResult result : response.resultList()) {
            answers.set(result.index(), Judgement.of(result));
        }
        return answers.inOrder();
    }

    private static Answer<DetectedLanguage> dominant(List<DominantLanguage> languages) {
        return languages.stream()
                .filter(language -> language.languageCode() != null && language.score() != null)
                .map(language -> new DetectedLanguage(
                        language.languageCode().toLowerCase(Locale.ROOT),
                        Math.round(language.score() * THOUSANDTHS) / THOUSANDTHS))
                .filter(language -> Mention.isLanguage(language.code()))
                .max(Comparator.comparingDouble(DetectedLanguage::confidence))
                .<Answer<DetectedLanguage>>map(Answer.Told::new)
                .orElseGet(() -> new Answer.Never<>("Comprehend could not tell the language"));
    }
}
