package dev.earshot.inbox.council;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** How figures read on the page. */
final class Words {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final long MINUTE = 60;
    private static final long HOUR = 60 * MINUTE;
    private static final long DAYS = 24 * HOUR;

    private Words() {}

    static String percent(double share) {
        return Math.round(100 * share) + " %";
    }

    /** A time of some seconds; measured times are up to 10 % off, so two figures are enough. */
    static String time(long seconds) {
        if (seconds < 2 * MINUTE) {
            return seconds + " s";
        } else if (seconds < 2 * HOUR) {
            return Math.round((double) seconds / MINUTE) + " min";
        }
        return seconds < 2 * DAYS ? of(seconds, HOUR) + " h" : of(seconds, DAYS) + " days";
    }

    /** A day, or days from the first to the last. */
    static String days(LocalDate from, LocalDate to) {
        return from.equals(to) ? DAY.format(from) : DAY.format(from) + " to " + DAY.format(to);
    }

    /** A word of ours, such as {@code NO_ACTION}, as people read it. */
    static String word(String constant) {
        String words = constant.toLowerCase(Locale.ROOT).replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String of(long seconds, long unit) {
        double many = (double) seconds / unit;
        return many < 10 ? String.format(Locale.UK, "%.1f", many) : String.valueOf(Math.round(many));
    }
}
