package dev.earshot.core.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.earshot.core.mention.MentionId;

/**
 * The identity of a case: {@code c_}, the mention id without its prefix, {@code _}, the department.
 *
 * @param mention the mention that it is about
 * @param department whose case it is
 */
public record CaseId(MentionId mention, String department) {

    /** The id as people and programs see it. */
    @JsonValue
    @Override
    public String toString() {
        return "c_" + mention.bare() + "_" + department;
    }
}
