package dev.earshot.local.schedule;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How often a schedule fires, of expressions such as {@code rate(5 minutes)}. */
final class Rate {

    private static final Pattern RATE = Pattern.compile("rate\\(([1-9][0-9]{0,8}) (minute|hour|day)s?\\)");

    private Rate() {}

    /** The time between two firings; empty for expressions of other kinds, such as cron. */
    static Optional<Duration> of(String expression) {
        Matcher rate = RATE.matcher(expression);
        if (!rate.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(rate.group(1));
        return Optional.of(
                switch (rate.group(2)) {
                    case "minute" -> Duration.ofMinutes(count);
                    case "hour" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }
}
