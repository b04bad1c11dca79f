package dev.earshot.core.casework;

import dev.earshot.core.mention.Text;
import java.util.Set;

/**
 * What a person does with a case. Open cases (NEW, ACKNOWLEDGED) are acknowledged, assigned, resolved, dismissed or
 * rerouted; closed ones are reopened; notes can always be made. Texts have 1 to 4,000 characters where they are needed.
 */
public sealed interface Step {

    /** The action of what was dismissed, and how that of what is not ours begins. */
    String DISMISSED = "dismissed";

    /** The action of what was dismissed because it should not have come to the department. */
    String NOT_OURS = "dismissed-not-ours";

    /** Where a case may stand for this step. */
    Set<CaseStatus> from();

    /** The word for it in the history. */
    String action();

    /** The same for people, in the history. */
    String text();

    /** Somebody takes the case; it is theirs unless it was assigned to another. */
    record Acknowledge() implements Step {
        @Override
        public Set<CaseStatus> from() {
            return Set.of(CaseStatus.NEW);
        }

        @Override
        public String action() {
            return "acknowledged";
        }

        @Override
        public String text() {
            return "Took the case.";
        }
    }

    /** Something was done about it. */
    record Resolve(Outcome outcome) implements Step {
        @Override
        public Set<CaseStatus> from() {
            return CaseStatus.OPEN;
        }

        @Override
        public String action() {
            return "resolved";
        }

        @Override
        public String text() {
            return outcome.text();
        }
    }

    /**
     * Nothing is to be done about it.
     *
     * @param notOurs whether it should not have come to this department at all
     */
    record Dismiss(String reason, boolean notOurs) implements Step {

        public Dismiss {
            reason = words(reason, "a reason");
        }

        @Override
        public Set<CaseStatus> from() {
            return CaseStatus.OPEN;
        }

        @Override
        public String action() {
            return notOurs ? NOT_OURS : DISMISSED;
        }

        @Override
        public String text() {
            return reason;
        }
    }

    /**
     * Another department can act on it.
     *
     * @param department whose case it becomes
     * @param note why, at most 4,000 characters; may be empty
     */
    record Reroute(String department, String note) implements Step {
        public Reroute {
            note = note.isBlank() ? "" : words(note, "a text");
        }

        @Override
        public Set<CaseStatus> from() {
            return CaseStatus.OPEN;
        }

        @Override
        public String action() {
            return "rerouted";
        }

        @Override
        public String text() {
            return "To " + department + (note.isEmpty() ? "." : ": " + note);
        }
    }

    /** It was not done with after all. */
    record Reopen(String why) implements Step {
        public Reopen {
            why = words(why, "a text");
        }

        @Override
        public Set<CaseStatus> from() {
            return CaseStatus.CLOSED;
        }

        @Override
        public String action() {
            return "reopened";
        }

        @Override
        public String text() {
            return why;
        }
    }

    /** Somebody is asked to do it. */
    record Assign(String to) implements Step {

        private static final int LONGEST_NAME = 100;

        public Assign {
            to = Text.line(to, LONGEST_NAME);
            if (to.isEmpty()) {
                throw new IllegalArgumentException("an assignee has 1 to 100 characters");
            }
        }

        @Override
        public Set<CaseStatus> from() {
            return CaseStatus.OPEN;
        }

        @Override
        public String action() {
            return "assigned";
        }

        @Override
        public String text() {
            return "To " + to + ".";
        }
    }

    /** Something worth remembering. */
    record Note(String note) implements Step {
        public Note {
            note = words(note, "a note");
        }

        @Override
        public Set<CaseStatus> from() {
            return Set.of(CaseStatus.values());
        }

        @Override
        public String action() {
            return "noted";
        }

        @Override
        public String text() {
            return note;
        }
    }

    /**
     * Employees told of it, too.
     *
     * @param heard what they heard, at most 4,000 characters
     */
    record Report(String heard) implements Step {
        public Report {
            heard = words(heard, "a report");
        }

        @Override
        public Set<CaseStatus> from() {
            return Set.of(CaseStatus.values());
        }

        @Override
        public String action() {
            return "reported";
        }

        @Override
        public String text() {
            return heard;
        }
    }

    private static String words(String text, String what) {
        String clean = Text.clean(text).strip();
        if (clean.isEmpty() || clean.length() > Outcome.LONGEST_TEXT) {
            throw new IllegalArgumentException(what + " has 1 to 4,000 characters");
        }
        return clean;
    }
}
