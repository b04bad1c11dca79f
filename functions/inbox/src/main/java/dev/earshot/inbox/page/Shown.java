package dev.earshot.inbox.page;

import dev.earshot.core.mention.Text;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How values read on a page. Nothing is escaped here: templates do. */
public final class Shown {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.UK).withZone(ZoneOffset.UTC);
    private static final long HOURS_IN_A_LONG_TIME = 48;

    private Shown() {}

    /** A time as people read it. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** How long it is until a case is due, or since. */
    public static String due(Instant dueAt, Instant now) {
        Duration left = Duration.between(now, dueAt);
        return left.isNegative() ? "overdue by " + length(left.negated()) : "due in " + length(left);
    }

    private static String length(Duration length) {
        if (length.toHours() >= HOURS_IN_A_LONG_TIME) {
            return length.toDays() + " days";
        }
        return length.toMinutes() < 60 ? Math.max(1, length.toMinutes()) + " min" : length.toHours() + " h";
    }

    /** A word of ours, such as {@code NO_ACTION}, as people read it: {@code No action}. */
    public static String word(Enum<?> constant) {
        String words = constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** So many of something. */
    public static String many(long count, String one, String several) {
        return count + " " + (count == 1 ? one : several);
    }

    /** A remark of ours as a sentence of its own. */
    static String sentence(String remark) {
        return remark.isEmpty() ? "" : remark.substring(0, 1).toUpperCase(Locale.ROOT) + remark.substring(1) + ".";
    }

    /** Somebody's words without what turns the direction of writing: they must not look like other words. */
    public static String words(@Nullable String words) {
        return words == null ? "" : Text.DIRECTION_CONTROLS.matcher(words).replaceAll("");
    }

    /** The host of a web address, which tells people where a link leads. */
    public static String host(String url) {
        String host = URI.create(url).getHost();
        return host == null ? url : host;
    }
}
