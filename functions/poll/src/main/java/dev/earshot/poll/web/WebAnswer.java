package dev.earshot.poll.web;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What came of asking a server. */
public sealed interface WebAnswer {

    /**
     * It answered.
     *
     * @param headers by lower-case name
     * @param body decoded, at most {@link SafeWeb#MOST_BYTES}
     */
    @SuppressWarnings("ArrayRecordComponent") // Never compared.
    record Answered(int status, Map<String, List<String>> headers, byte[] body) implements WebAnswer {

        /** A header by its name, the first of several; empty when missing or blank. */
        public Optional<String> header(String name) {
            return headers(name).stream().filter(value -> !value.isBlank()).findFirst();
        }

        /** All headers of a name. */
        public List<String> headers(String name) {
            return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of());
        }
    }

    /**
     * It did not, or not so that it could be used.
     *
     * @param reason for the operator, such as {@code its host has no public address}; without addresses, which may hold keys
     */
    record Failed(String reason) implements WebAnswer {}
}
