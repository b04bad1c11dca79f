package dev.earshot.provider;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.hook.FieldError;
import dev.earshot.provider.payload.JsonBody;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a payload says. */
public sealed interface Heard {

    /** Enough to mend a sender by; the answer stays small. */
    int MOST_ERRORS = 100;

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

    /** What {@code reader} hears in a body that is JSON; malformed when it is none. */
    static Heard in(JsonBody body, Function<JsonNode, Heard> reader) {
        return body instanceof JsonBody.Unreadable unreadable
                ? new Malformed(unreadable.reason(), List.of())
                : reader.apply(((JsonBody.Parsed) body).root());
    }

    /** One mention. */
    static Heard one(Mention mention) {
        return new Mentions(List.of(mention), 0);
    }

    /**
     * What the events of a batch say together. One that is malformed is ignored and told of; a batch of which nothing is
     * a mention and something is malformed is malformed itself.
     *
     * @param otherwise the reason for a malformed batch
     */
    static Heard all(List<Heard> events, String otherwise) {
        List<Mention> mentions = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        int ignored = 0;
        for (Heard event : events) {
            if (event instanceof Mentions heard) {
                mentions.addAll(heard.mentions());
                errors.addAll(heard.errors());
                ignored += heard.ignored();
            } else {
                errors.addAll(event instanceof Malformed malformed ? malformed.errors() : List.of());
                ignored++;
            }
        }
        List<FieldError> told = errors.subList(0, Math.min(errors.size(), MOST_ERRORS));
        return mentions.isEmpty() && !errors.isEmpty()
                ? new Malformed(otherwise, told)
                : new Mentions(mentions, ignored, told);
    }

    /** One event that is no mention. */
    static Heard ignored() {
        return new Mentions(List.of(), 1);
    }
}
