package dev.earshot.inbox.trial;

/**
 * A text to try.
 *
 * @param text the words
 * @param source as which source it would come in; empty for none
 */
public record TrialText(String text, String source) {}
