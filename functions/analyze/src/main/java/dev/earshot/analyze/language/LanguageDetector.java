package dev.earshot.analyze.language;

import dev.earshot.core.analysis.Analysis.DetectedLanguage;
import dev.earshot.core.mention.Mention;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import opennlp.tools.langdetect.Language;
import opennlp.tools.langdetect.LanguageDetectorME;
import opennlp.tools.langdetect.LanguageDetectorModel;
import org.jspecify.annotations.Nullable;

/**
 * Detects the language with OpenNLP's model for 103 languages, limited to the configured ones: among a hundred, short
 * texts are often taken for a rare relative of what they are. Not for use by several threads.
 */
public final class LanguageDetector {

    private static final int ENOUGH_CHARACTERS = 4_000;

    /** By how much the likeliest language must lead the next; docs/analyzer.md has the measurements. */
    private static final double CLEAR_LEAD = 1.04;

    private final LanguageDetectorME detector;
    private final Map<String, String> codeByModelCode = new HashMap<>();

    /**
     * @param model OpenNLP's
     * @param languages ISO 639-1 codes of the languages to tell apart, at least one
     */
    public LanguageDetector(LanguageDetectorModel model, List<String> languages) {
        this.detector = new LanguageDetectorME(model);
        List<String> known = List.of(detector.getSupportedLanguages());
        for (String code : languages) {
            List<String> modelCodes =
                    modelCodes(code).stream().filter(known::contains).toList();
            if (modelCodes.isEmpty()) {
                throw new IllegalArgumentException("the language model does not know '" + code + "'");
            }
            modelCodes.forEach(modelCode -> codeByModelCode.put(modelCode, code));
        }
    }

    /** The model speaks ISO 639-3, which for some languages splits what ISO 639-1 holds together. */
    private static List<String> modelCodes(String code) {
        return switch (code) {
            case "zh" -> List.of("cmn");
            case "no" -> List.of("nob", "nno");
            case "ar" -> List.of("ara");
            case "fa" -> List.of("pes", "fas");
            case "et" -> List.of("ekk", "est");
            case "lv" -> List.of("lvs", "lav");
            default -> List.of(iso3(code));
        };
    }

    private static String iso3(String code) {
        try {
            return Locale.forLanguageTag(code).getISO3Language();
        } catch (MissingResourceException e) {
            return code;
        }
    }

    /**
     * The language of a mention: what the platform states, else what its words look like; null when there are no letters
     * to tell by, or when two languages are about as likely, as in texts of two words. The confidence is the share of the likelihood among the configured languages.
     */
    public @Nullable DetectedLanguage detect(Mention mention) {
        if (mention.language() != null) {
            return new DetectedLanguage(mention.language(), 1);
        }
        String words = (mention.title() == null ? "" : mention.title() + " ") + mention.text();
        String sample = words.substring(0, Math.min(words.length(), ENOUGH_CHARACTERS));
        return sample.codePoints().anyMatch(Character::isLetter) ? detect(sample) : null;
    }

    private @Nullable DetectedLanguage detect(String sample) {
        DetectedLanguage best = null;
        double next = 0;
        double sum = 0;
        for (Language language : detector.predictLanguages(sample)) {
            String code = codeByModelCode.get(language.getLang());
            if (code == null) {
                continue;
            }
            if (best == null) {
                best = new DetectedLanguage(code, language.getConfidence());
            } else if (!code.equals(best.code())) {
                next = Math.max(next, language.getConfidence());
            }
            sum += language.getConfidence();
        }
        if (best == null || sum <= 0 || best.confidence() < next * CLEAR_LEAD) {
            return null;
        }
        return new DetectedLanguage(best.code(), Math.round(best.confidence() / sum * 1_000) / 1_000.0);
    }
}
