package dev.earshot.inbox.mentions;

import dev.earshot.core.casework.Step;
import dev.earshot.core.json.InvalidMemberException;
import org.jspecify.annotations.Nullable;

/**
 * The body of {@code POST /api/mentions/{id}/assign}.
 *
 * @param department whose case it becomes
 * @param text why, at most 4,000 characters; may be left out
 */
public record GiveRequest(String department, @Nullable String text) {

    public GiveRequest {
        if (department == null || department.isBlank()) {
            throw new InvalidMemberException("/department", "whose case it becomes");
        }
        try {
            text = new Step.Reroute(department, text == null ? "" : text).note();
        } catch (IllegalArgumentException e) {
            throw new InvalidMemberException("/text", String.valueOf(e.getMessage()));
        }
    }

    /** Why; empty when that was left out. */
    public String note() {
        return text == null ? "" : text;
    }
}
