package dev.earshot.provider.slack;

import dev.earshot.provider.payload.Fields;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A {@code ts}, which is a message's id within its channel and the time when it was sent. As a floating-point number it
 * would lose digits.
 *
 * @param ts such as {@code 1763726400.000123}
 * @param time the same to the microsecond
 */
record SlackTime(String ts, Instant time) {

    private static final Pattern FORM = Pattern.compile("([0-9]{1,11})\\.([0-9]{6})");

    /** The one in a member; null when it is absent, or wrong, which is noted. */
    static @Nullable SlackTime of(Fields object, String name) {
        String ts = object.text(name);
        if (ts == null) {
            return null;
        }
        Matcher parts = FORM.matcher(ts);
        if (!parts.matches()) {
            object.wrong(name, "is not a ts such as 1763726400.000123");
            return null;
        }
        long micros = Long.parseLong(parts.group(2));
        return new SlackTime(ts, Instant.ofEpochSecond(Long.parseLong(parts.group(1)), micros * 1_000));
    }

    /** The one in a member that must be there; null when it is missing or wrong, which is noted. */
    static @Nullable SlackTime required(Fields object, String name) {
        if (!object.has(name)) {
            object.wrong(name, "is missing");
        }
        return of(object, name);
    }

    /** A version that grows with time. */
    long version() {
        return Math.max(1, time.toEpochMilli());
    }

    /** As addresses of messages have it. */
    String bare() {
        return ts.replace(".", "");
    }
}
