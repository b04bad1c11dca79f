package dev.earshot.core.mention;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Stands for one author of one source without naming either: 26 characters of base32 of the SHA-256 of
 * {@code "author\n" + source + "\n" + id}, where the id is the platform's own, else the handle, else the name. What was
 * erased can be erased again by it, and nobody can read from it whose words they were.
 */
public record AuthorKey(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("[a-z2-7]{26}");

    @JsonCreator
    public AuthorKey {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("an author key has 26 characters of base32");
        }
    }

    /** The key of the author whom {@code source} calls {@code authorId}. */
    public static AuthorKey of(String source, String authorId) {
        return new AuthorKey(MentionId.fingerprint("author\n" + source + "\n" + authorId));
    }

    /** The key of a mention's author; empty when nobody is known to have said it. */
    public static Optional<AuthorKey> of(Mention mention) {
        return Optional.ofNullable(mention.author()).map(author -> of(mention.source(), id(author)));
    }

    /** What one asks for an author by: the platform's own id, else the handle, else the name. */
    public static String id(Author author) {
        if (author.id() != null) {
            return author.id();
        }
        return author.handle() != null ? author.handle() : author.shown();
    }

    @Override
    public String toString() {
        return value;
    }
}
