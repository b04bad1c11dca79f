package dev.earshot.analyze;

import dev.earshot.core.analysis.Analysis;

/** What an analyzer made of one mention. */
public sealed interface Understanding {

    /** It was looked at; the analysis itself says what could not be told. */
    record Understood(Analysis analysis) implements Understanding {}

    /**
     * It could not be looked at now: the mention is to be tried again.
     *
     * @param reason for people, without anybody's words
     */
    record NotNow(String reason) implements Understanding {}
}
