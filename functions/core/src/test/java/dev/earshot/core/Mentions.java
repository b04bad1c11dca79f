package dev.earshot.core;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import java.time.Instant;

/** Mentions that tests speak of. */
public final class Mentions {

    public static final Instant NOON = Instant.parse("2026-11-21T12:00:00.000Z");

    private Mentions() {}

    public static MentionDraft draft(String text) {
        return Mention.of("our-forum", "standard-webhooks", "post-1")
                .url("https://forum.example.com/t/1")
                .author(new Author("u1", "ada", "Ada Lovelace"))
                .text(text);
    }

    public static AnalyzedMention said(String text) {
        return analyzed(draft(text).heard(NOON));
    }

    public static AnalyzedMention saidInVersion(long version, String text) {
        return analyzed(draft(text).version(version).heard(NOON));
    }

    public static AnalyzedMention deletedInVersion(long version) {
        return new AnalyzedMention(draft("").version(version).deleted(NOON), null);
    }

    public static AnalyzedMention analyzed(Mention mention) {
        return new AnalyzedMention(mention, Analysis.languageOnly(new Analysis.DetectedLanguage("en", 0.98)));
    }
}
