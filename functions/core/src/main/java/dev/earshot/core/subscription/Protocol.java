package dev.earshot.core.subscription;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways of delivering notices that are offered: those that the topic knows by itself. */
public enum Protocol {
    EMAIL,
    HTTPS,

    /** Without encryption: only where private addresses are allowed, which is on one's own machine. */
    HTTP,
    SQS;

    /** Whether words leave for a place that nobody of the company may ever have looked at: the council looks first. */
    boolean needsApproval() {
        return this == HTTPS || this == HTTP;
    }

    /** The protocol as JSON and the topic have it, in lower case. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a name, if it is offered. */
    public static Optional<Protocol> named(String word) {
        return Arrays.stream(values())
                .filter(protocol -> protocol.word().equals(word))
                .findAny();
    }

    @JsonCreator
    static Protocol stored(String word) {
        return named(word).orElseThrow(() -> new IllegalArgumentException("there is no such protocol"));
    }
}
