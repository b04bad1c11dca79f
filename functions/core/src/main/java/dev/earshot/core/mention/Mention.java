package dev.earshot.core.mention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing somebody said, in one version. A deleted mention is a tombstone: identity and version, no words.
 *
 * @param id from {@code source} and {@code externalId}
 * @param source the configured origin, {@code [a-z0-9-]{1,64}}
 * @param provider how that source is verified and parsed, such as {@code github}
 * @param externalId what the source calls it, 1 to 512 characters; null exactly when its author was erased, because it
 *     may hold a name
 * @param url where it can be read, http or https, at most 2,048 characters; null when unknown or deleted
 * @param author who said it; null when unknown or deleted
 * @param title at most 1,000 characters; null when there is none or deleted
 * @param text the words, at most 64 KB of UTF-8; null exactly when deleted
 * @param truncated whether {@code text} was cut to that size
 * @param language the language that the platform states, a BCP 47 tag in lower case; null when it does not
 * @param createdAt when it was said; null when the platform does not tell
 * @param receivedAt when Earshot heard of this version
 * @param version grows with edits, at least 1; of equal versions the first wins
 * @param deleted whether this is a tombstone
 * @param inReplyTo what the source calls the thing that it answers, at most 512 characters
 * @param reportedBy set when an employee reported it
 */
public record Mention(
        MentionId id,
        String source,
        String provider,
        @Nullable String externalId,
        @Nullable String url,
        @Nullable Author author,
        @Nullable String title,
        @Nullable String text,
        boolean truncated,
        @Nullable String language,
        @Nullable Instant createdAt,
        Instant receivedAt,
        long version,
        boolean deleted,
        @Nullable String inReplyTo,
        @Nullable ReportedBy reportedBy) {

    /** The largest text kept, in bytes of UTF-8. */
    public static final int MAX_TEXT_BYTES = 64 * 1024;

    /** The longest {@code externalId}, in characters. */
    public static final int MAX_EXTERNAL_ID = 512;

    /** What a test delivery says: it is kept, and disturbs nobody. */
    public static final String TEST_WORDS = "This is a test delivery of Earshot. If you can read it, the line works.";

    private static final int MAX_URL = 2_048;
    /** The longest title, in characters. */
    static final int MAX_TITLE = 1_000;

    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[a-z0-9]{1,8}){0,3}");

    public Mention {
        present(id, "id");
        present(source, "source");
        present(provider, "provider");
        present(receivedAt, "receivedAt");
        receivedAt = receivedAt.truncatedTo(ChronoUnit.MILLIS);
        createdAt = createdAt == null ? null : createdAt.truncatedTo(ChronoUnit.MILLIS);
        require(SOURCE.matcher(source).matches(), "a source is named with a-z, 0-9 and -, at most 64");
        require(!provider.isBlank(), "a mention has a provider");
        require(externalId != null || deleted, "only an erased mention has no external id");
        require(
                externalId == null || (!externalId.isBlank() && externalId.length() <= MAX_EXTERNAL_ID),
                "an external id has 1 to 512 characters");
        require(
                externalId == null || id.equals(MentionId.of(source, externalId)),
                "the id does not belong to this source and external id");
        require(version >= 1, "a version is at least 1");
        require(deleted == (text == null), "exactly a deleted mention has no text");
        require(
                !deleted || (title == null && author == null && url == null),
                "a deleted mention keeps no words or names");
        require(text == null || text.getBytes(UTF_8).length <= MAX_TEXT_BYTES, "a text has at most 64 KB");
        require(url == null || isWebAddress(url), "a url is http or https, at most 2,048 characters");
        require(title == null || title.length() <= MAX_TITLE, "a title has at most 1,000 characters");
        require(language == null || LANGUAGE.matcher(language).matches(), "a language is a BCP 47 tag");
        require(inReplyTo == null || inReplyTo.length() <= MAX_EXTERNAL_ID, "inReplyTo has at most 512 characters");
    }

    /** Begins a mention of {@code source}; what the platform says is cleaned and cut as it is added. */
    public static MentionDraft of(String source, String provider, String externalId) {
        return new MentionDraft(source, provider, externalId);
    }

    /**
     * What is left when its author is erased: the identity as a hash, so that no later delivery brings the words back, and
     * nothing that came from the author.
     */
    public Mention erased() {
        return new Mention(
                id,
                source,
                provider,
                null,
                null,
                null,
                null,
                null,
                false,
                null,
                null,
                receivedAt,
                Long.MAX_VALUE,
                true,
                null,
                reportedBy);
    }

    /** Whether it only tries the line. */
    public boolean triesTheLine() {
        return text != null && text.contains(TEST_WORDS);
    }

    /** The same, said by {@code known}: the author of whom more became known. */
    public Mention by(Author known) {
        return new Mention(
                id,
                source,
                provider,
                externalId,
                url,
                known,
                title,
                text,
                truncated,
                language,
                createdAt,
                receivedAt,
                version,
                deleted,
                inReplyTo,
                reportedBy);
    }

    /** Whether this is what an erasure left. */
    public boolean wasErased() {
        return externalId == null;
    }

    /** Whether {@code url} is an absolute http or https address of at most 2,048 characters. */
    public static boolean isWebAddress(String url) {
        // Java takes characters in a URI that no queue takes.
        if (url.length() > MAX_URL || !Text.clean(url).equals(url)) {
            return false;
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            return uri.getHost() != null && (scheme.equals("https") || scheme.equals("http"));
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Whether {@code tag} looks like a BCP 47 language tag, in lower case. */
    public static boolean isLanguage(String tag) {
        return LANGUAGE.matcher(tag).matches();
    }

    /**
     * Whether this replaces {@code stored}, an earlier heard version of the same mention: a later version does; of equal
     * versions the first wins, except that a deletion always wins over the words that it deletes.
     */
    public boolean supersedes(Mention stored) {
        return version > stored.version || (version == stored.version && deleted && !stored.deleted);
    }

    /** JSON can lack what the language does not let be null. */
    private static void present(@Nullable Object value, String name) {
        require(value != null, "'" + name + "' is missing");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
