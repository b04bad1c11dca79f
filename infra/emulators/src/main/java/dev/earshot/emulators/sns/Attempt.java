package dev.earshot.emulators.sns;

import java.util.concurrent.CompletionStage;

/** One try to hand something to an endpoint. */
@FunctionalInterface
interface Attempt {

    /** How it went; an exception counts as a failure worth a retry. */
    CompletionStage<Outcome> make();

    /** How a try went, with a few words for whoever watches. */
    record Outcome(Kind kind, String detail) {

        /** What a try leads to. */
        enum Kind {
            DELIVERED,
            FAILED,
            REFUSED
        }

        static Outcome delivered() {
            return new Outcome(Kind.DELIVERED, "");
        }

        /** Worth another try. */
        static Outcome failed(String detail) {
            return new Outcome(Kind.FAILED, detail);
        }

        /** Would be refused again. */
        static Outcome refused(String detail) {
            return new Outcome(Kind.REFUSED, detail);
        }
    }
}
