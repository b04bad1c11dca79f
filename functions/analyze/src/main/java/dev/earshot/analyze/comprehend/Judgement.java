package dev.earshot.analyze.comprehend;

import dev.earshot.core.analysis.Analysis.SentimentScores;
import dev.earshot.core.analysis.Sentiment;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.comprehend.model.BatchDetectSentimentItemResult;
import software.amazon.awssdk.services.comprehend.model.SentimentScore;
import software.amazon.awssdk.services.comprehend.model.SentimentType;

/** A sentiment with its scores. */
record Judgement(Sentiment sentiment, SentimentScores scores) {

    private static final double DIGITS = 1e6;

    /** Reads a result; without a sentiment that we know there is none to tell. */
    static Answer<Judgement> of(BatchDetectSentimentItemResult result) {
        SentimentScore score = result.sentimentScore();
        if (result.sentiment() == null || result.sentiment() == SentimentType.UNKNOWN_TO_SDK_VERSION || score == null) {
            return new Answer.Never<>("Comprehend gave a sentiment that is not known");
        }
        return new Answer.Told<>(new Judgement(
                Sentiment.valueOf(result.sentimentAsString()),
                new SentimentScores(
                        number(score.positive()),
                        number(score.negative()),
                        number(score.neutral()),
                        number(score.mixed()))));
    }

    /** Comprehend speaks in single precision, whose digits beyond the sixth mean nothing. */
    private static double number(@Nullable Float score) {
        return score == null ? 0 : Math.round(score * DIGITS) / DIGITS;
    }
}
