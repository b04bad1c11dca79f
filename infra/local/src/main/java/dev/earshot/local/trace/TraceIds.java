package dev.earshot.local.trace;

import dev.earshot.core.mention.MentionId;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the ids that a trace can be asked for by. */
public final class TraceIds {

    private static final Pattern FORM = Pattern.compile("m_([a-z2-7]{26})|c_([a-z2-7]{26})_[a-z][a-z0-9-]{0,31}");

    private TraceIds() {}

    /** The mention of a mention id or a case id; empty when it is neither. */
    public static Optional<MentionId> mentionOf(String id) {
        Matcher form = FORM.matcher(id);
        if (!form.matches()) {
            return Optional.empty();
        }
        return Optional.of(new MentionId("m_" + (form.group(1) == null ? form.group(2) : form.group(1))));
    }
}
