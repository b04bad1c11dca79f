package dev.earshot.inbox.trial;

import com.fasterxml.jackson.databind.JsonNode;

/** What became of a trial. */
public sealed interface TrialAnswer {

    /**
     * What would be understood and decided.
     *
     * @param body as {@code POST /api/try} answers it
     */
    record Tried(JsonNode body) implements TrialAnswer {}

    /**
     * It was not tried.
     *
     * @param why a sentence for people
     */
    record NotTried(String why) implements TrialAnswer {}
}
