package dev.earshot.analyze;

import dev.earshot.analyze.language.LanguageDetector;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.Mention;

/** The use case: what can be understood of a mention. */
public final class Analyze {

    private final LanguageDetector languages;

    public Analyze(LanguageDetector languages) {
        this.languages = languages;
    }

    /** The mention with its analysis; a tombstone has none. */
    public AnalyzedMention analyze(Mention mention) {
        return mention.deleted()
                ? new AnalyzedMention(mention, null)
                : new AnalyzedMention(mention, Analysis.languageOnly(languages.detect(mention)));
    }
}
