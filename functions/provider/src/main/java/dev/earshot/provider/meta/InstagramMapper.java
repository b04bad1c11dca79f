package dev.earshot.provider.meta;

import dev.earshot.provider.Heard;
import dev.earshot.provider.payload.Fields;
import org.jspecify.annotations.Nullable;

/**
 * An Instagram account's {@code comments} and {@code mentions}. Instagram tells neither of edits nor of deletions, and of
 * mentions only where they are: without words there is nothing to hear.
 *
 * @see <a href="https://developers.facebook.com/docs/instagram-platform/webhooks/examples">Examples</a>
 */
final class InstagramMapper {

    private static final String MENTIONS = "mentions";

    private InstagramMapper() {}

    /** The mention, if there are words. */
    static Heard heard(Change change) {
        Fields value = change.value();
        Fields media = value.within("media");
        String picture = media.has("id") ? media.id("id") : value.id("media_id");
        String text = value.text("text");
        if (text == null || text.isBlank() || !change.isHeard(picture)) {
            return change.ignored();
        }
        String id = id(value, picture, change.field().equals(MENTIONS));
        if (id == null) {
            value.missing("id");
        }
        String parent = value.id("parent_id");
        String about = parent == null ? picture : parent;
        return change.heard(change.mention(id)
                .text(text)
                .author(change.marked(value.within("from").author("id", "username", "name")))
                .createdAt(change.sentAt())
                .inReplyTo(about == null || about.equals(id) ? null : about));
    }

    /** Whoever is named in a picture's own words is told of the picture alone. */
    private static @Nullable String id(Fields value, @Nullable String picture, boolean mention) {
        String id = value.id(mention ? "comment_id" : "id");
        return id == null && mention ? picture : id;
    }
}
