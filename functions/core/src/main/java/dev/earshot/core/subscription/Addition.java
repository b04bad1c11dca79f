package dev.earshot.core.subscription;

import dev.earshot.core.json.InvalidMember;
import java.util.List;

/** What came of asking for a subscription. */
public sealed interface Addition {

    /** It is there, be it new or not. */
    record Added(SubscriptionView subscription) implements Addition {}

    /** The request is not in order; nothing was written. At least one problem. */
    record Invalid(List<InvalidMember> problems) implements Addition {
        public Invalid {
            problems = List.copyOf(problems);
        }

        static Invalid of(String pointer, String detail) {
            return new Invalid(List.of(new InvalidMember(pointer, detail)));
        }
    }
}
