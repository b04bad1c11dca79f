package dev.earshot.local.template;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;

/** Reads events of type {@code Schedule} and {@code ScheduleV2}. */
final class ScheduleReader {

    private static final Pattern EXPRESSION =
            Pattern.compile("rate\\([1-9][0-9]{0,8} (minute|hour|day)s?\\)|cron\\(\\S+( \\S+){5}\\)");

    private ScheduleReader() {}

    static EventSource schedule(String name, Properties properties, Position at) {
        boolean enabled = properties.flag("Enabled").orElse(true);
        EventSource source = new EventSource.Schedule(
                name,
                expression(properties, "Schedule"),
                "UTC",
                isEnabled(properties) && enabled,
                properties.text("Input"),
                at);
        properties.refuseOthers("DeadLetterConfig", "Description", "Name", "RetryPolicy");
        return source;
    }

    static EventSource scheduleV2(String name, Properties properties, Position at) {
        EventSource source = new EventSource.Schedule(
                name,
                expression(properties, "ScheduleExpression"),
                timezone(properties),
                isEnabled(properties),
                properties.text("Input"),
                at);
        properties.refuseOthers(
                "DeadLetterConfig",
                "Description",
                "FlexibleTimeWindow",
                "GroupName",
                "KmsKeyArn",
                "Name",
                "OmitName",
                "PermissionsBoundary",
                "RetryPolicy",
                "RoleArn");
        return source;
    }

    private static boolean isEnabled(Properties properties) {
        return properties
                .word("State", List.of("ENABLED", "DISABLED"))
                .orElse("ENABLED")
                .equals("ENABLED");
    }

    private static String timezone(Properties properties) {
        String timezone = properties.text("ScheduleExpressionTimezone").orElse("UTC");
        try {
            return ZoneId.of(timezone).getId();
        } catch (DateTimeException e) {
            throw properties
                    .at("ScheduleExpressionTimezone")
                    .error(timezone + " is no time zone, use one such as Europe/Vienna");
        }
    }

    private static String expression(Properties properties, String property) {
        String expression = properties.requiredText(property);
        if (!EXPRESSION.matcher(expression).matches()) {
            throw properties
                    .at(property)
                    .error(expression + " is no schedule, write rate(5 minutes) or cron(0 8 ? * MON-FRI *)");
        }
        return expression;
    }
}
