package dev.earshot.core.casework;

import com.fasterxml.jackson.annotation.JsonValue;
import dev.earshot.core.mention.MentionId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The identity of a case: {@code c_}, the mention id without its prefix, {@code _}, the department.
 *
 * @param mention the mention that it is about
 * @param department whose case it is
 */
public record CaseId(MentionId mention, String department) {

    private static final Pattern FORM = Pattern.compile("c_([a-z2-7]{26})_([a-z][a-z0-9-]{0,31})");

    /** Reads an id; empty when no case can have it. */
    public static Optional<CaseId> parse(String id) {
        Matcher matcher = FORM.matcher(id);
        return matcher.matches()
                ? Optional.of(new CaseId(new MentionId("m_" + matcher.group(1)), matcher.group(2)))
                : Optional.empty();
    }

    /** The id as people and programs see it. */
    @JsonValue
    @Override
    public String toString() {
        return "c_" + mention.bare() + "_" + department;
    }
}
