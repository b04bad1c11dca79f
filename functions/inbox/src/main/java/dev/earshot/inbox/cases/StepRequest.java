package dev.earshot.inbox.cases;

import dev.earshot.core.casework.Outcome;
import dev.earshot.core.casework.Step;
import dev.earshot.core.json.InvalidMemberException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What callers send to take a step. {@code version} is the version that they saw; left out, the step is taken anyway. */
public sealed interface StepRequest {

    /** The version of the case that the caller saw, or null. */
    @Nullable
    Long version();

    /**
     * The step that is meant.
     *
     * @throws InvalidMemberException when a member is missing or breaks a rule
     */
    Step step();

    /** The body of {@code /acknowledge}, which may be left out. */
    record Acknowledge(@Nullable Long version) implements StepRequest {
        @Override
        public Step step() {
            return new Step.Acknowledge();
        }
    }

    /** The body of {@code /resolve}. */
    record Resolve(@Nullable Done outcome, @Nullable Long version) implements StepRequest {

        /** What was done. */
        public record Done(
                Outcome.@Nullable Kind kind, @Nullable String text) {}

        @Override
        public Step step() {
            Outcome.Kind kind = outcome == null ? null : outcome.kind();
            if (outcome == null || kind == null) {
                throw new InvalidMemberException(
                        "/outcome/kind", "what was done: FIXED, ANSWERED, PLANNED, WON or NO_ACTION");
            }
            return new Step.Resolve(valid("/outcome/text", () -> new Outcome(kind, orEmpty(outcome.text()))));
        }
    }

    /** The body of {@code /dismiss}. */
    record Dismiss(
            @Nullable String reason,
            @Nullable Boolean notOurs,
            @Nullable Long version) implements StepRequest {
        @Override
        public Step step() {
            return valid("/reason", () -> new Step.Dismiss(orEmpty(reason), Boolean.TRUE.equals(notOurs)));
        }
    }

    /** The body of {@code /reroute}. */
    record Reroute(
            @Nullable String department,
            @Nullable String text,
            @Nullable Long version) implements StepRequest {
        @Override
        public Step step() {
            return valid("/text", () -> new Step.Reroute(orEmpty(department), orEmpty(text)));
        }
    }

    /** The body of {@code /reopen}. */
    record Reopen(@Nullable String text, @Nullable Long version) implements StepRequest {
        @Override
        public Step step() {
            return valid("/text", () -> new Step.Reopen(orEmpty(text)));
        }
    }

    /** The body of {@code /assign}. */
    record Assign(@Nullable String to, @Nullable Long version) implements StepRequest {
        @Override
        public Step step() {
            return valid("/to", () -> new Step.Assign(orEmpty(to)));
        }
    }

    /** The body of {@code /note}. */
    record Note(@Nullable String text, @Nullable Long version) implements StepRequest {
        @Override
        public Step step() {
            return valid("/text", () -> new Step.Note(orEmpty(text)));
        }
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> T valid(String pointer, Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            throw new InvalidMemberException(pointer, String.valueOf(e.getMessage()));
        }
    }
}
