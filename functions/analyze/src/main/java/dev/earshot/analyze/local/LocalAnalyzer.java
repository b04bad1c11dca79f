package dev.earshot.analyze.local;

import dev.earshot.analyze.Understanding;
import dev.earshot.analyze.departments.Company;
import dev.earshot.analyze.departments.Correction;
import dev.earshot.analyze.departments.DepartmentModel;
import dev.earshot.analyze.departments.Fit;
import dev.earshot.analyze.embedding.Encoded;
import dev.earshot.analyze.embedding.TextEncoder;
import dev.earshot.analyze.intent.IntentModel;
import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.analyze.sentiment.Judgement;
import dev.earshot.analyze.sentiment.SentimentModel;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Analysis.DetectedLanguage;
import dev.earshot.core.analysis.Analysis.Noise;
import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.mention.Mention;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Understands English mentions by one embedding and linear heads on it. Of other languages it tells the language alone.
 * Not for use by several threads.
 */
public final class LocalAnalyzer implements Function<Mention, Understanding> {

    private static final String ENGLISH = "en";

    /** Departments with lower scores are not named: each would be stored with every mention. */
    private static final double WORTH_TELLING = 0.05;

    private final LanguageDetector languages;
    private final TextEncoder encoder;
    private final SentimentModel sentiments;
    private final IntentModel intents;
    private final DepartmentModel departments;
    private final Supplier<Company> company;
    private final Supplier<Optional<Correction>> correction;

    /** With the packaged models as they are, of a company that has the packaged departments. */
    public LocalAnalyzer(
            LanguageDetector languages,
            TextEncoder encoder,
            SentimentModel sentiments,
            IntentModel intents,
            DepartmentModel departments) {
        this(
                languages,
                encoder,
                sentiments,
                intents,
                departments,
                () -> Company.packaged(departments),
                Optional::empty);
    }

    /**
     * @param company whose departments are told, as they are now
     * @param correction what people taught of the departments, as it is now
     */
    public LocalAnalyzer(
            LanguageDetector languages,
            TextEncoder encoder,
            SentimentModel sentiments,
            IntentModel intents,
            DepartmentModel departments,
            Supplier<Company> company,
            Supplier<Optional<Correction>> correction) {
        this.languages = languages;
        this.encoder = encoder;
        this.sentiments = sentiments;
        this.intents = intents;
        this.departments = departments;
        this.company = company;
        this.correction = correction;
    }

    @Override
    public Understanding apply(Mention mention) {
        DetectedLanguage language = languages.detect(mention);
        String said = said(mention);
        String unreadable = whyUnreadable(said, language);
        if (unreadable != null) {
            return new Understanding.Understood(
                    Analysis.withoutSentiment(Analysis.MODE_LOCAL, language, unreadable), null);
        }
        Encoded read = encoder.encode(said);
        return new Understanding.Understood(
                analysis(read, language), Embedding.of(TextEncoder.MODEL, read.embedding()));
    }

    /** The words that the model reads of a mention: title and text. */
    public static String said(Mention mention) {
        String text = mention.text() == null ? "" : mention.text();
        return mention.title() == null ? text : mention.title() + "\n" + text;
    }

    private Analysis analysis(Encoded text, @Nullable DetectedLanguage language) {
        Judgement judgement = sentiments.judge(text);
        Fit fit = company.get().fit(departments, text, correction.get());
        return new Analysis(
                Analysis.MODE_LOCAL,
                language,
                judgement.sentiment(),
                judgement.scores(),
                intents.intents(text),
                intents.urgent(text),
                List.of(),
                fit.departments().stream()
                        .filter(one -> one.score() >= WORTH_TELLING)
                        .toList(),
                fit.isNoise()
                        ? new Noise(Noise.SCORE, "it looks like what concerns nobody, score " + fit.noise())
                        : null,
                null);
    }

    /** Without a language that is told, letters of the Latin script are read as English. */
    private static @Nullable String whyUnreadable(String said, @Nullable DetectedLanguage language) {
        if (language != null) {
            return language.code().equals(ENGLISH) || language.code().startsWith(ENGLISH + "-")
                    ? null
                    : "the local analyzer reads English only, and this is " + language.code();
        }
        if (said.codePoints().noneMatch(c -> !Character.isWhitespace(c) && !Character.isISOControl(c))) {
            return "there are no words";
        }
        long letters = said.codePoints().filter(Character::isLetter).count();
        long latin = said.codePoints()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return latin * 2 < letters ? "the local analyzer reads English only, and this is not" : null;
    }
}
