package dev.earshot.provider;

import dev.earshot.core.mention.Mention;
import dev.earshot.provider.hook.FieldError;
import java.util.List;

/** What a payload says. */
public sealed interface Heard {

    /**
     * Mentions, in the payload's order, and how many of its events are none.
     *
     * @param ignored pings, reactions and the like, and the events that the errors are about
     * @param errors what is wrong with single events of a batch, the others of which are heard nevertheless
     */
    record Mentions(List<Mention> mentions, int ignored, List<FieldError> errors) implements Heard {
        public Mentions {
            mentions = List.copyOf(mentions);
            errors = List.copyOf(errors);
        }

        public Mentions(List<Mention> mentions, int ignored) {
            this(mentions, ignored, List.of());
        }
    }

    /** Not what the provider's documentation describes. */
    record Malformed(String reason, List<FieldError> errors) implements Heard {
        public Malformed {
            errors = List.copyOf(errors);
        }
    }

    /**
     * In a format that is not understood.
     *
     * @param reason for the sender's operator
     */
    record Unsupported(String reason) implements Heard {}

    /**
     * Cannot be told now: what it says must be asked of the platform, which does not answer.
     *
     * @param reason for operators; no secret
     */
    record Later(String reason) implements Heard {}

    /** One mention. */
    static Heard one(Mention mention) {
        return new Mentions(List.of(mention), 0);
    }

    /** One event that is no mention. */
    static Heard ignored() {
        return new Mentions(List.of(), 1);
    }
}
