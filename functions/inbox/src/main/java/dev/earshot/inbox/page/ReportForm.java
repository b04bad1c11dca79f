package dev.earshot.inbox.page;

import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.inbox.mentions.Report;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * The form by which people report what they heard, as it was sent; empty at first.
 *
 * @param heardOn the day, as browsers write it
 * @param today the last day that can be chosen
 */
record ReportForm(
        String text, String where, String url, String heardOn, boolean anonymous, String today, FormErrors errors) {

    static ReportForm empty(Clock clock) {
        return new ReportForm("", "", "", "", false, today(clock).toString(), FormErrors.NONE);
    }

    static ReportForm sent(
            @Nullable String text,
            @Nullable String where,
            @Nullable String url,
            @Nullable String heardOn,
            @Nullable String anonymous,
            Clock clock) {
        return new ReportForm(
                orEmpty(text),
                orEmpty(where),
                orEmpty(url).strip(),
                orEmpty(heardOn),
                anonymous != null,
                today(clock).toString(),
                FormErrors.NONE);
    }

    ReportForm refused(FormErrors why) {
        return new ReportForm(text, where, url, heardOn, anonymous, today, why);
    }

    /**
     * The report that is meant.
     *
     * @throws InvalidMemberException when something is missing or breaks a rule
     */
    Report report(Clock clock) {
        return new Report(text, url.isEmpty() ? null : url, where, heardAt(clock), anonymous);
    }

    /** Noon of an earlier day, because nobody remembers the minute; null for today. */
    private @Nullable Instant heardAt(Clock clock) {
        if (heardOn.isEmpty()) {
            return null;
        }
        try {
            LocalDate day = LocalDate.parse(heardOn);
            return day.equals(today(clock)) ? null : day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new InvalidMemberException("/heardAt", "a day such as 2026-11-21; leave it empty for today");
        }
    }

    private static LocalDate today(Clock clock) {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    private static String orEmpty(@Nullable String given) {
        return given == null ? "" : given;
    }
}
