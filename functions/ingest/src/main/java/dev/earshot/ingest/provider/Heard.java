package dev.earshot.ingest.provider;

import dev.earshot.core.mention.Mention;
import dev.earshot.ingest.hook.FieldError;
import java.util.List;

/** What a payload says. */
public sealed interface Heard {

    /**
     * Mentions, in the payload's order, and how many of its events are none.
     *
     * @param ignored pings, reactions and the like
     */
    record Mentions(List<Mention> mentions, int ignored) implements Heard {
        public Mentions {
            mentions = List.copyOf(mentions);
        }
    }

    /** Not what the provider's documentation describes. */
    record Malformed(String reason, List<FieldError> errors) implements Heard {
        public Malformed {
            errors = List.copyOf(errors);
        }
    }

    /** One mention. */
    static Heard one(Mention mention) {
        return new Mentions(List.of(mention), 0);
    }

    /** One event that is no mention. */
    static Heard ignored() {
        return new Mentions(List.of(), 1);
    }
}
