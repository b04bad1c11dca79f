package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.local.lambda.FunctionLine;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the functions' lines into what a person reads; metrics, and what is no news, are left out. */
final class TerminalLog {

    /** Ctrl-C and SIGTERM reach the functions, too: they were asked to end. */
    private static final Pattern ASKED_TO_END = Pattern.compile("exit status 1(30|43)$");

    private static final int TIME_BEGINS = 11;
    private static final int TIME_ENDS = 19;

    private TerminalLog() {}

    /** The line as it was written, with its function; empty when it tells of a wanted end. */
    static Optional<String> raw(FunctionLine line) {
        return ASKED_TO_END.matcher(line.line()).find()
                ? Optional.empty()
                : Optional.of("[" + line.function() + "] " + line.line());
    }

    /** Time (UTC), function, level, message, mention id and exception; what is no log entry as it was written. */
    static Optional<String> readable(FunctionLine line) {
        try {
            JsonNode entry = EarshotJson.mapper().readTree(line.line());
            if (entry.has("_aws")) {
                return Optional.empty();
            }
            return entry.has("timestamp") && entry.has("message") ? Optional.of(readable(line, entry)) : raw(line);
        } catch (JsonProcessingException e) {
            return raw(line);
        }
    }

    private static String readable(FunctionLine line, JsonNode entry) {
        String time = entry.path("timestamp").asText();
        String shown = time.length() < TIME_ENDS ? time : time.substring(TIME_BEGINS, TIME_ENDS);
        return "%s %-16s %-5s %s%s%s"
                .formatted(
                        shown,
                        line.function(),
                        entry.path("level").asText(),
                        entry.path("message").asText().replaceAll("\\p{Cntrl}", " "),
                        spaced(entry.at("/mdc/mentionId")),
                        spaced(entry.at("/exception/exceptionType")));
    }

    private static String spaced(JsonNode value) {
        return value.isTextual() ? " " + value.asText() : "";
    }
}
