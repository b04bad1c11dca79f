package dev.earshot.provider.discourse;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.content.Html;
import dev.earshot.provider.content.Markdown;
import dev.earshot.provider.payload.Fields;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A post in Discourse's JSON.
 *
 * <p>The event's name is in a header that nobody signs: who replays a body can call it what they like. So the version is
 * always the post's own, which is signed. A replay as "destroyed" or "recovered" then changes nothing that was edited
 * since, and brings back nothing that was deleted; what moderators recover returns with its next edit.
 *
 * @param instance the forum's address, unsigned
 */
record Post(Source source, Fields fields, String instance, Instant receivedAt) {

    private static final String REGULAR = "1";
    private static final String MODERATOR = "2";
    private static final Pattern SLUG = Pattern.compile("[A-Za-z0-9%_-]{1,255}");

    Heard heard(String event) {
        String id = fields.id("id");
        if (id == null) {
            fields.wrong("id", "is missing");
        }
        boolean hidden = fields.flag("hidden");
        boolean gone = event.equals("post_destroyed") || fields.flag("user_deleted") || hidden;
        boolean unheard = isPrivate() || (hidden && event.equals("post_created"));
        MentionDraft draft = draft(id == null ? "" : id, gone);
        if (!fields.errors().isEmpty()) {
            return new Heard.Malformed("The post is not as Discourse sends it.", fields.errors());
        } else if (unheard) {
            return Heard.ignored();
        }
        return Heard.one(gone ? draft.deleted(receivedAt) : draft.heard(receivedAt));
    }

    /** Messages between people, whispers of the staff, and the small print of what moderators did. */
    private boolean isPrivate() {
        String type = fields.id("post_type");
        boolean said = type == null || type.equals(REGULAR) || type.equals(MODERATOR);
        return !said || "private_message".equals(fields.text("topic_archetype"));
    }

    private MentionDraft draft(String id, boolean gone) {
        Long version = fields.version("version");
        String number = fields.id("post_number");
        return Mention.of(source.name(), "discourse", id)
                .url(url(number))
                .author(author())
                .title("1".equals(number) ? fields.text("topic_title") : null)
                .text(gone ? "" : words())
                .createdAt(fields.time("created_at"))
                .inReplyTo(inReplyTo(number))
                .version(version == null ? 1 : version);
    }

    private String words() {
        String cooked = fields.text("cooked");
        String raw = fields.text("raw");
        if (cooked != null) {
            return Html.text(cooked);
        }
        return raw == null ? "" : Markdown.text(raw);
    }

    private @Nullable Author author() {
        Author author = fields.author("user_id", "username", "name");
        String id = author == null ? null : author.id();
        return author != null && id != null && id.startsWith("-") ? author.of(Author.Kind.BOT) : author;
    }

    private @Nullable String url(@Nullable String number) {
        String topic = fields.id("topic_id");
        String slug = fields.text("topic_slug");
        if (topic == null || number == null || !Mention.isWebAddress(instance)) {
            return null;
        }
        String base = instance.endsWith("/") ? instance.substring(0, instance.length() - 1) : instance;
        String name = slug != null && SLUG.matcher(slug).matches() ? slug + "/" : "";
        return base + "/t/" + name + topic + "/" + number;
    }

    /** A post answers another one of its topic, or the topic's first; Discourse tells their numbers, not their ids. */
    private @Nullable String inReplyTo(@Nullable String number) {
        String topic = fields.id("topic_id");
        String answered = fields.id("reply_to_post_number");
        if (topic == null || number == null || (answered == null && number.equals("1"))) {
            return null;
        }
        String composite = topic + "/" + (answered == null ? "1" : answered);
        return composite.length() <= Mention.MAX_EXTERNAL_ID ? composite : null;
    }
}
