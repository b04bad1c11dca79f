package dev.earshot.core.analysis;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a mention. What was not looked at is null or empty, and {@code unanalysed} says why.
 *
 * @param mode which analyzer looked at it; {@code none} when only the language was detected
 * @param language the language it is written in; null when it cannot be told, or not with confidence
 * @param sentiment null when no analyzer judged it
 * @param sentimentScores null when no analyzer judged it
 * @param intents what the author wants, best first
 * @param urgent whether somebody needs help now
 * @param topics ids of the followed topics that it speaks of
 * @param departments how well each department fits, best first; from {@link #FITS} on it is over its threshold
 * @param noise set when it concerns nobody
 * @param unanalysed why the sentiment is missing; null when it is not
 */
public record Analysis(
        String mode,
        @Nullable DetectedLanguage language,
        @Nullable Sentiment sentiment,
        @Nullable SentimentScores sentimentScores,
        List<Scored> intents,
        boolean urgent,
        List<String> topics,
        List<Scored> departments,
        @Nullable Noise noise,
        @Nullable String unanalysed) {

    /** The mode in which only the language is detected. */
    public static final String MODE_NONE = "none";

    /** The mode in which the models inside the function tell everything. */
    public static final String MODE_LOCAL = "local";

    /** The mode in which Amazon Comprehend tells language and sentiment. */
    public static final String MODE_COMPREHEND = "comprehend";

    /** A department's score from which on it fits, whatever its threshold is. */
    public static final double FITS = 0.5;

    /** The reason given when only the language is detected. */
    public static final String NO_ANALYZER = "no analyzer configured";

    public Analysis {
        intents = List.copyOf(intents);
        topics = List.copyOf(topics);
        departments = List.copyOf(departments);
    }

    /** The analysis when no analyzer is configured: a language at most, and it says so. */
    public static Analysis languageOnly(@Nullable DetectedLanguage language) {
        return withoutSentiment(MODE_NONE, language, NO_ANALYZER);
    }

    /** The analysis of a mention whose sentiment the mode's analyzer does not tell, for a reason that people can read. */
    public static Analysis withoutSentiment(String mode, @Nullable DetectedLanguage language, String reason) {
        return new Analysis(mode, language, null, null, List.of(), false, List.of(), List.of(), null, reason);
    }

    /** The analysis when language and sentiment were told, and nothing else. */
    public static Analysis withSentiment(
            String mode, DetectedLanguage language, Sentiment sentiment, SentimentScores scores) {
        return new Analysis(mode, language, sentiment, scores, List.of(), false, List.of(), List.of(), null, null);
    }

    /** The same analysis of what somebody says is no noise. */
    public Analysis withoutNoise() {
        return new Analysis(
                mode, language, sentiment, sentimentScores, intents, urgent, topics, departments, null, unanalysed);
    }

    /** The same analysis, marked as noise for a reason. */
    public Analysis asNoise(Noise reason) {
        return new Analysis(
                mode, language, sentiment, sentimentScores, intents, urgent, topics, departments, reason, unanalysed);
    }

    /**
     * A detected or stated language.
     *
     * @param code ISO 639-1 where there is one, else ISO 639-3, with a region where the platform or Comprehend tells it,
     *     such as {@code zh-tw}; lower case
     * @param confidence in [0, 1]; 1 when the platform stated it
     */
    public record DetectedLanguage(String code, double confidence) {}

    /** How likely each sentiment is; the four sum to 1. */
    public record SentimentScores(double positive, double negative, double neutral, double mixed) {}

    /** Something by id with its score in [0, 1]. */
    public record Scored(String id, double score) {}

    /**
     * Why a mention concerns nobody.
     *
     * @param reason {@code RULE} when a department's rule says so, {@code SCORE} when it looks like it
     * @param detail which rule, {@code department/rule name}; else how it looks, for people
     */
    public record Noise(String reason, String detail) {

        /** The reason of what a rule calls noise. */
        public static final String RULE = "RULE";

        /** The reason of what an employee had reported before: it is worked on there. */
        public static final String REPORTED = "REPORTED";

        /** The reason of what looks like noise. */
        public static final String SCORE = "SCORE";

        /** The reason of what a machine says, when no rule gives it to anybody. */
        public static final String BOT = "BOT";

        /** The reason of what only tries the line. */
        public static final String TEST = "TEST";

        /** The reason of what the company itself says. */
        public static final String OWN_ACCOUNT = "OWN_ACCOUNT";
    }
}
