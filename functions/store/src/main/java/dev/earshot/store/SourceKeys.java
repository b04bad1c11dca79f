package dev.earshot.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the keys of sources are spelled. */
final class SourceKeys {

    static final String REGISTER = "SOURCES";
    static final String HEALTH = "HEALTH";
    static final String HOUR = "HOUR#";
    static final String LEASE = "LEASE#";
    static final String FEED = "FEED";

    private static final DateTimeFormatter HOUR_FORM =
            DateTimeFormatter.ofPattern("uuuuMMddHH", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int TOPIC_DIGITS = 16;

    private SourceKeys() {}

    static String pk(String source) {
        return "SOURCE#" + source;
    }

    static Map<String, AttributeValue> health(String source) {
        return Keys.key(pk(source), HEALTH);
    }

    static Map<String, AttributeValue> hour(String source, Instant hour) {
        return Keys.key(pk(source), HOUR + HOUR_FORM.format(hour));
    }

    /** Which hour an item counts, by its sort key. */
    static Instant hour(Map<String, AttributeValue> item) {
        return LocalDateTime.parse(sk(item).substring(HOUR.length()), HOUR_FORM).toInstant(ZoneOffset.UTC);
    }

    /** A topic is a URL of any length; its key is not. */
    static Map<String, AttributeValue> lease(String source, String topic) {
        return Keys.key(pk(source), LEASE + sha256(topic).substring(0, TOPIC_DIGITS));
    }

    static Map<String, AttributeValue> registered(String source) {
        return Keys.key(REGISTER, source);
    }

    static String sk(Map<String, AttributeValue> item) {
        return Attributes.get(item, Keys.SK).s();
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
