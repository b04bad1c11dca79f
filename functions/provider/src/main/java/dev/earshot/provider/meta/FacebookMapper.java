package dev.earshot.provider.meta;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.MentionData;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A Facebook Page's {@code feed}, posts and comments on it, and {@code mention}, where others name it.
 *
 * <p>Edits keep the time of what they edit, so the time of sending is their version. A comment on the Page that also names
 * it arrives by both fields, by {@code mention} without its author; there it has version 1, so that {@code feed} wins.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/reference/page">The fields</a>
 */
final class FacebookMapper {

    private static final String MENTION = "mention";
    private static final Set<String> ITEMS =
            Set.of("comment", "post", "status", "photo", "video", "share", "link", "note");
    private static final Set<String> SAID = Set.of("add", "edit", "edited", "update", "unhide");
    private static final Set<String> GONE = Set.of("remove", "delete", "hide");
    private static final Pattern ID = Pattern.compile("[0-9]{1,30}(_[0-9]{1,30})?");
    private static final String SITE = "https://www.facebook.com/";

    private FacebookMapper() {}

    /** The mention or its deletion; a change that leaves no words deletes them, a new thing without words is none. */
    static Heard heard(Change change) {
        Fields value = change.value();
        String verb = value.text("verb");
        String post = value.id("post_id");
        boolean isItem = !value.has("item") || ITEMS.contains(value.scalar("item"));
        if (verb == null || !isItem || !change.isHeard(post)) {
            return change.ignored();
        }
        String message = value.text("message");
        boolean silent = message == null || message.isBlank();
        boolean hidden = !verb.equals("unhide") && value.scalar("is_hidden").equals("true");
        if (GONE.contains(verb) || hidden || (verb.startsWith("edit") && silent)) {
            return change.deleted(identified(change, post).version(change.version(MentionData.LAST_VERSION)));
        }
        boolean said = SAID.contains(verb) && !silent && isPublished(value);
        return said ? change.heard(said(change, verb, post).text(message)) : change.ignored();
    }

    private static MentionDraft identified(Change change, @Nullable String post) {
        Fields value = change.value();
        String comment = value.id("comment_id");
        boolean isComment = "comment".equals(value.text("item"));
        String id = isComment || comment != null ? comment : post;
        if (id == null) {
            value.missing(isComment ? "comment_id" : "post_id");
        }
        return change.mention(id);
    }

    private static MentionDraft said(Change change, String verb, @Nullable String post) {
        Fields value = change.value();
        String comment = value.id("comment_id");
        String parent = comment == null ? null : value.id("parent_id");
        Instant createdAt = value.unixTime("created_time");
        long first = change.field().equals(MENTION) || createdAt == null ? 1 : Math.max(1, createdAt.toEpochMilli());
        return identified(change, post)
                .author(change.marked(author(value)))
                .url(address(value, post, comment))
                .createdAt(createdAt)
                .inReplyTo(comment == null || parent != null ? parent : post)
                .version(verb.equals("add") ? first : change.version(first));
    }

    /** Older versions of the API spell the author out beside the text. */
    private static @Nullable Author author(Fields value) {
        Author from = value.within("from").author("id", "username", "name");
        return from != null ? from : Author.ofNullable(value.id("sender_id"), null, value.text("sender_name"));
    }

    /** The address that the payload states, or else the one that the ids make up. */
    private static @Nullable String address(Fields value, @Nullable String post, @Nullable String comment) {
        String stated = value.text("permalink_url");
        boolean known = post != null && ID.matcher(post).matches();
        if (stated != null || !known) {
            return stated;
        }
        return comment == null || !ID.matcher(comment).matches()
                ? SITE + post
                : SITE + post + "?comment_id=" + comment.substring(comment.indexOf('_') + 1);
    }

    /** Drafts and scheduled posts are not public yet. */
    private static boolean isPublished(Fields value) {
        boolean draft = value.scalar("published").equals("0")
                || value.scalar("is_published").equals("false");
        return !draft;
    }
}
