package dev.earshot.core.mention;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.commons.codec.binary.Base32;

/**
 * The identity of a mention: {@code m_} and the first 26 characters of lower-case base32 (RFC 4648) of the SHA-256 of
 * {@code source + "\n" + externalId}. The same thing delivered ten times has one id.
 *
 * @param value the id, {@code m_[a-z2-7]{26}}
 */
public record MentionId(@JsonValue String value) {

    private static final Pattern FORM = Pattern.compile("m_[a-z2-7]{26}");
    private static final int LENGTH = 26;

    @JsonCreator
    public MentionId {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("a mention id is m_ and 26 characters of base32");
        }
    }

    /** The id of what {@code source} calls {@code externalId}. */
    public static MentionId of(String source, String externalId) {
        return new MentionId("m_" + fingerprint(source + "\n" + externalId));
    }

    /** Reads an id; empty when no mention can have it. */
    public static Optional<MentionId> parse(String id) {
        return FORM.matcher(id).matches() ? Optional.of(new MentionId(id)) : Optional.empty();
    }

    /** The part after {@code m_}, which other ids are built from. */
    public String bare() {
        return value.substring(2);
    }

    /** A number in {@code [0, shards)} that spreads mentions evenly and is always the same for one mention. */
    public int shard(int shards) {
        return Math.floorMod(value.hashCode(), shards);
    }

    /** The first 26 characters of lower-case base32 of the SHA-256 of a text: 130 bits. */
    public static String fingerprint(String text) {
        byte[] digest = sha256().digest(text.getBytes(UTF_8));
        return new Base32().encodeToString(digest).substring(0, LENGTH).toLowerCase(Locale.ROOT);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
