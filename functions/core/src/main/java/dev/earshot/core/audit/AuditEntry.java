package dev.earshot.core.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * One change of the configuration or of a case. It never holds what anybody said or wrote, nor an author's name or an
 * endpoint, so that nothing has to be erased from it.
 *
 * @param at when
 * @param subject the token issuer's id of who did it; null for the system
 * @param by the name of who did it; {@link #SYSTEM} for the system
 * @param action what was done
 * @param item the id of what was changed
 * @param change from what to what, in words of ours, at most 300 characters; empty when the action says it all
 * @param keptUntil when the entry goes
 */
public record AuditEntry(
        Instant at, @Nullable String subject, String by, Action action, String item, String change, Instant keptUntil) {

    /** The name under which the system itself acts. */
    public static final String SYSTEM = "earshot";

    static final int LONGEST = 300;

    /** What can be done. */
    public enum Action {
        DEPARTMENT_ADDED,
        DEPARTMENT_CHANGED,
        SUBSCRIPTION_ADDED,
        SUBSCRIPTION_APPROVED,
        SUBSCRIPTION_REMOVED,
        /** By the link in a mail, or because nobody confirmed it. */
        SUBSCRIPTION_ENDED,
        EARS_CHANGED,
        CASE_CHANGED,
        /** All that is held about an author was read. */
        AUTHOR_READ,
        ERASURE_REQUESTED,
        /** All erasures that were ever asked for are done again. */
        ERASURES_REPEATED
    }

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        keptUntil = keptUntil.truncatedTo(ChronoUnit.SECONDS);
        if (item.isBlank() || item.length() > LONGEST || change.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "an audit entry names its item and the change in at most 300 characters");
        }
    }

    /** Its place among all entries, by time: the same change at the same time has the same. */
    @JsonIgnore
    public String place() {
        String what = String.join("\n", "audit", subject + "", by, action.name(), item, change);
        return EarshotJson.time(at) + "#a_" + MentionId.fingerprint(what);
    }
}
