package dev.earshot.analyze;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Embedding;
import org.jspecify.annotations.Nullable;

/** What an analyzer made of one mention. */
public sealed interface Understanding {

    /**
     * It was looked at; the analysis itself says what could not be told.
     *
     * @param embedding what it means as a whole; null when the analyzer does not tell
     */
    record Understood(Analysis analysis, @Nullable Embedding embedding) implements Understanding {

        /** Without an embedding. */
        public Understood(Analysis analysis) {
            this(analysis, null);
        }
    }

    /**
     * It could not be looked at now: the mention is to be tried again.
     *
     * @param reason for people, without anybody's words
     */
    record NotNow(String reason) implements Understanding {}
}
