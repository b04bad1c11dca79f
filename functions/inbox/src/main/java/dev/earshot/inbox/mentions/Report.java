package dev.earshot.inbox.mentions;

import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What an employee heard.
 *
 * @param text what was said, as well as it is remembered
 * @param url where it can be read, http or https; null when it was heard
 * @param where where it was heard, at most 200 characters
 * @param heardAt when; null for now
 * @param anonymous whether nobody may ever know who reported it
 */
public record Report(
        String text,
        @Nullable String url,
        @Nullable String where,
        @Nullable Instant heardAt,
        @Nullable Boolean anonymous) {

    private static final int LONGEST_WHERE = 200;

    public Report {
        if (text == null || Text.clean(text).isBlank()) {
            throw new InvalidMemberException("/text", "what was heard, in at least one word");
        }
        if (url != null && !Mention.isWebAddress(url)) {
            throw new InvalidMemberException("/url", "an http or https address of at most 2,048 characters");
        }
        where = where == null || where.isBlank() ? null : Text.clean(where).strip();
        if (where != null && where.length() > LONGEST_WHERE) {
            throw new InvalidMemberException("/where", "at most 200 characters");
        }
        anonymous = anonymous != null && anonymous;
    }
}
