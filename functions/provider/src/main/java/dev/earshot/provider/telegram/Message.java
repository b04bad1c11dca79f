package dev.earshot.provider.telegram;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.payload.Fields;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A message in a group, or a post in a channel. An id is {@code chat/message}. Private chats, and those between a channel
 * and one of its readers, are not heard.
 *
 * @param update the update's number, which tells edits within a second apart
 * @param fields the members of the message
 * @see <a href="https://core.telegram.org/bots/api#message">Message</a>
 */
record Message(Source source, long update, Fields fields, Instant receivedAt) {

    private static final Set<String> HEARD = Set.of("group", "supergroup", "channel");
    private static final Pattern USERNAME = Pattern.compile("[A-Za-z0-9_]{1,64}");
    private static final int MILLIS_OF_A_SECOND = 1_000;

    /** What was said, if there are words. */
    Heard said() {
        Instant date = fields.unixTime("date");
        String words = words();
        return words.isBlank() && fields.errors().isEmpty()
                ? Heard.ignored()
                : heard(words, date == null ? 1 : Math.max(1, date.toEpochMilli()), false);
    }

    /** The new words; an edit that leaves none deletes those before. Without a time of its own it counts as made now. */
    Heard edited() {
        Instant edited = fields.unixTime("edit_date");
        long second = (edited == null ? receivedAt : edited).getEpochSecond();
        long version = second * MILLIS_OF_A_SECOND + 1 + update % (MILLIS_OF_A_SECOND - 1);
        String words = words();
        return heard(words, version, words.isBlank());
    }

    private Heard heard(String words, long version, boolean deleted) {
        Fields chat = fields.within("chat");
        if (!listens(chat)) {
            return Heard.ignored();
        }
        String id = id(chat, fields);
        MentionDraft draft = Mention.of(source.name(), Telegram.NAME, id == null ? "" : id)
                .text(words)
                .author(author())
                .url(address(chat))
                .createdAt(fields.unixTime("date"))
                .inReplyTo(inReplyTo(chat))
                .version(version);
        if (chat.id("id") == null) {
            chat.missing("id");
        } else if (id == null) {
            fields.missing("message_id");
        }
        if (!fields.errors().isEmpty()) {
            return new Heard.Malformed("The update is not as Telegram documents it.", fields.errors());
        }
        return Heard.one(deleted ? draft.deleted(receivedAt) : draft.heard(receivedAt));
    }

    private boolean listens(Fields chat) {
        Listening listening = Listening.of(source);
        String name = chat.text("username");
        boolean listened = listening.channel(chat.id("id")) || (name != null && listening.channel(name));
        return listened && HEARD.contains(chat.scalar("type")) && !chat.flag("is_direct_messages");
    }

    /** The text, or what is written under a picture. */
    private String words() {
        boolean caption = fields.has("caption");
        String text = fields.text(caption ? "caption" : "text");
        return text == null ? "" : Linked.text(text, fields.items(caption ? "caption_entities" : "entities"));
    }

    private static @Nullable String id(Fields chat, Fields message) {
        String where = chat.id("id");
        String which = message.id("message_id");
        boolean both = where != null && which != null && Fields.isExternalId(where + "/" + which);
        return both ? where + "/" + which : null;
    }

    /** In a forum every message answers, for Telegram, the one that opened its topic. */
    private @Nullable String inReplyTo(Fields chat) {
        Fields parent = fields.within("reply_to_message");
        return parent.has("forum_topic_created") ? null : id(chat, parent);
    }

    /** Who speaks as a chat, such as a channel's post or an anonymous administrator, has a stand-in as {@code from}. */
    private @Nullable Author author() {
        Fields chat = fields.within("sender_chat");
        if (chat.has("id")) {
            return chat.author("id", "username", "title");
        }
        Fields from = fields.within("from");
        String name = (from.scalar("first_name") + " " + from.scalar("last_name")).strip();
        Author author = Author.ofNullable(from.id("id"), from.text("username"), name);
        return author != null && from.flag("is_bot") ? author.of(Author.Kind.BOT) : author;
    }

    /** Only public chats have addresses that everybody can open. */
    private @Nullable String address(Fields chat) {
        String name = chat.text("username");
        String message = fields.id("message_id");
        boolean known = name != null && USERNAME.matcher(name).matches() && message != null;
        return known ? "https://t.me/" + name + "/" + message : null;
    }
}
