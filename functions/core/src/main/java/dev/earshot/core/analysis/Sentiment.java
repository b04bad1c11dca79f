package dev.earshot.core.analysis;

/** How what was said feels about its subject. */
public enum Sentiment {
    POSITIVE,
    NEGATIVE,
    NEUTRAL,
    MIXED
}
