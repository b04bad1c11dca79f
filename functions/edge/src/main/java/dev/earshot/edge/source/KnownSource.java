package dev.earshot.edge.source;

import dev.earshot.core.configuration.Source;

/** What is known of a name in a hook's URL. */
public sealed interface KnownSource {

    /** A source of this name is configured. */
    record Configured(Source source) implements KnownSource {}

    /**
     * A source of this name is configured, but not so that it can be used.
     *
     * @param reason for the operator
     */
    record Broken(String reason) implements KnownSource {}

    /** There is none. */
    record Unknown() implements KnownSource {}
}
