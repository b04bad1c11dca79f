package dev.earshot.core.mention;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A mention in the making. Texts are cleaned and cut to their bounds; what is blank counts as absent. */
public final class MentionDraft {

    private final String source;
    private final String provider;
    private final String externalId;
    private @Nullable String url;
    private @Nullable Author author;
    private @Nullable String title;
    private String text = "";
    private @Nullable String language;
    private @Nullable Instant createdAt;
    private long version = 1;
    private @Nullable String inReplyTo;
    private @Nullable ReportedBy reportedBy;

    MentionDraft(String source, String provider, String externalId) {
        this.source = source;
        this.provider = provider;
        this.externalId = Text.clean(externalId);
    }

    /** Where it can be read; anything but a web address is left out. */
    public MentionDraft url(@Nullable String value) {
        url = value != null && Mention.isWebAddress(value) ? value : null;
        return this;
    }

    public MentionDraft author(@Nullable Author value) {
        author = value;
        return this;
    }

    public MentionDraft title(@Nullable String value) {
        String line = value == null ? "" : Text.line(value, Mention.MAX_TITLE);
        title = line.isEmpty() ? null : line;
        return this;
    }

    public MentionDraft text(@Nullable String value) {
        text = value == null ? "" : value;
        return this;
    }

    /** The language that the platform states; what is no BCP 47 tag, or says undetermined, is left out. */
    public MentionDraft language(@Nullable String value) {
        String tag = value == null ? "" : value.toLowerCase(Locale.ROOT).replace('_', '-');
        language = Mention.isLanguage(tag) && !tag.equals("und") ? tag : null;
        return this;
    }

    public MentionDraft createdAt(@Nullable Instant value) {
        createdAt = value;
        return this;
    }

    /** Grows with edits; what is below 1, as of times before 1970, counts as 1. */
    public MentionDraft version(long value) {
        version = Math.max(1, value);
        return this;
    }

    public MentionDraft inReplyTo(@Nullable String value) {
        inReplyTo = value == null || value.isBlank() ? null : value;
        return this;
    }

    /** Set when an employee heard it. */
    public MentionDraft reportedBy(@Nullable ReportedBy value) {
        reportedBy = value;
        return this;
    }

    /** The mention as it stands, heard at {@code receivedAt}. */
    public Mention heard(Instant receivedAt) {
        String clean = Text.clean(text);
        String kept = Text.cut(clean, Mention.MAX_TEXT_BYTES);
        return new Mention(
                MentionId.of(source, externalId),
                source,
                provider,
                externalId,
                url,
                author,
                title,
                kept,
                kept.length() < clean.length(),
                language,
                createdAt,
                receivedAt,
                version,
                false,
                inReplyTo,
                reportedBy);
    }

    /** The tombstone of this mention, heard at {@code receivedAt}: identity and version alone. */
    public Mention deleted(Instant receivedAt) {
        return new Mention(
                MentionId.of(source, externalId),
                source,
                provider,
                externalId,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                receivedAt,
                version,
                true,
                null,
                null);
    }
}
