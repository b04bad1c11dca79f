package dev.earshot.analyze.comprehend;

import dev.earshot.analyze.Understanding;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Analysis.DetectedLanguage;
import dev.earshot.core.mention.Mention;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.comprehend.model.LanguageCode;

/** One mention on its way: first its language is told, then its sentiment. */
final class Reading {

    private static final String NO_WORDS = "there are no words to analyse";

    private final Document document;
    private @Nullable Answer<DetectedLanguage> language;
    private @Nullable Answer<Judgement> sentiment;

    /** A language that is known needs no asking, and where there are no letters there is nothing to ask. */
    Reading(Mention mention, @Nullable DetectedLanguage known) {
        document = Document.of(mention);
        if (known != null) {
            language = new Answer.Told<>(known);
        } else if (!document.hasLetters()) {
            language = new Answer.Never<>(NO_WORDS);
        }
        if (document.isEmpty()) {
            sentiment = new Answer.Never<>(NO_WORDS);
        }
    }

    Document document() {
        return document;
    }

    boolean needsLanguage() {
        return language == null;
    }

    void language(Answer<DetectedLanguage> answer) {
        language = answer;
        if (answer instanceof Answer.Never<DetectedLanguage> never) {
            sentiment = new Answer.Never<>(never.reason());
        }
    }

    /** In which language Comprehend is to judge it; empty when it is not to be asked. */
    Optional<LanguageCode> sentimentLanguage() {
        return sentiment == null && language instanceof Answer.Told<DetectedLanguage> told
                ? SentimentLanguages.of(told.value().code())
                : Optional.empty();
    }

    /** The most that is still to be paid; 0 when nothing is to be asked. */
    long units() {
        long judged = Units.of(List.of(document.words()));
        if (sentiment == null && needsLanguage()) {
            return Units.of(List.of(document.languageSample())) + judged;
        }
        return sentimentLanguage().isPresent() ? judged : 0;
    }

    void sentiment(Answer<Judgement> answer) {
        sentiment = answer;
    }

    /** What both answers come to. */
    Understanding understanding() {
        if (language instanceof Answer.Later<DetectedLanguage> later) {
            return new Understanding.NotNow(later.reason());
        }
        if (sentiment instanceof Answer.Later<Judgement> later) {
            return new Understanding.NotNow(later.reason());
        }
        return new Understanding.Understood(analysis());
    }

    private Analysis analysis() {
        DetectedLanguage detected = language instanceof Answer.Told<DetectedLanguage> told ? told.value() : null;
        if (detected == null) {
            return Analysis.withoutSentiment(Analysis.MODE_COMPREHEND, null, reason(NO_WORDS));
        }
        if (sentiment instanceof Answer.Told<Judgement> judged) {
            Judgement judgement = judged.value();
            return Analysis.withSentiment(
                    Analysis.MODE_COMPREHEND, detected, judgement.sentiment(), judgement.scores());
        }
        String unspoken = "Comprehend does not judge sentiment in '" + detected.code() + "'";
        return Analysis.withoutSentiment(Analysis.MODE_COMPREHEND, detected, reason(unspoken));
    }

    /** Why there is no sentiment: what was answered, else why nothing was asked. */
    private String reason(String unasked) {
        return sentiment instanceof Answer.Never<Judgement> never ? never.reason() : unasked;
    }
}
