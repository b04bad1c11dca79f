package dev.earshot.core.analysis;

import dev.earshot.core.analysis.Analysis.DetectedLanguage;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import org.jspecify.annotations.Nullable;

/**
 * A mention with what was understood of it.
 *
 * @param mention what was said
 * @param analysis null exactly for a deleted mention: there are no words to understand
 * @param embedding what it means as a whole; null when nobody told, and for a deleted mention
 */
public record AnalyzedMention(
        Mention mention,
        @Nullable Analysis analysis,
        @Nullable Embedding embedding) {

    public AnalyzedMention {
        if (mention.deleted() != (analysis == null)) {
            throw new IllegalArgumentException("exactly a deleted mention has no analysis");
        }
        if (mention.deleted() && embedding != null) {
            throw new IllegalArgumentException("a deleted mention has no embedding");
        }
    }

    /** Without an embedding. */
    public AnalyzedMention(Mention mention, @Nullable Analysis analysis) {
        this(mention, analysis, null);
    }

    /** The mention's id. */
    public MentionId id() {
        return mention.id();
    }

    /** The language as detected, else as the platform states it, else null. */
    public @Nullable String language() {
        DetectedLanguage detected = analysis == null ? null : analysis.language();
        return detected == null ? mention.language() : detected.code();
    }

    /** Whether an employee had reported it before it came in, so that it is worked on there. */
    public boolean reportedBefore() {
        Analysis.Noise noise = analysis == null ? null : analysis.noise();
        return noise != null && noise.reason().equals(Analysis.Noise.REPORTED);
    }
}
