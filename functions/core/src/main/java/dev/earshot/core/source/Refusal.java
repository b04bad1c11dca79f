package dev.earshot.core.source;

import dev.earshot.core.mention.Text;
import java.time.Instant;

/**
 * The last delivery that was not taken.
 *
 * @param reason for the operator, one line of at most 200 characters; nothing of what was sent
 */
public record Refusal(Instant at, String reason) {

    private static final int LONGEST_REASON = 200;

    public Refusal {
        reason = Text.line(reason, LONGEST_REASON);
    }
}
