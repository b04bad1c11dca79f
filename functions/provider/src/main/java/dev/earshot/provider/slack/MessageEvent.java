package dev.earshot.provider.slack;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.MentionData;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A message, its edit or its end. An id is {@code team/channel/ts}.
 *
 * <p>Public channels are heard; private ones only where the option {@code channels} names them; direct messages never.
 *
 * @param team the workspace's id
 * @param event the event within the envelope
 * @see <a href="https://docs.slack.dev/reference/events/message">Messages</a>
 */
record MessageEvent(Source source, @Nullable String team, Fields event, Instant receivedAt) {

    private static final Set<String> DIRECT = Set.of("im", "mpim", "app_home");
    private static final String PUBLIC = "channel";
    private static final Set<String> SAID = Set.of("", "thread_broadcast", "file_share", "me_message", "bot_message");
    private static final String TOMBSTONE = "tombstone";
    private static final int LONGEST_PREFIX = 200;

    Heard heard() {
        String channel = event.id("channel");
        if (!listens(channel, event.scalar("channel_type"))) {
            return Heard.ignored();
        }
        if (prefix(channel).length() > LONGEST_PREFIX) {
            event.wrong("channel", "is longer than ids of Slack are");
            return malformed();
        }
        return switch (event.scalar("subtype")) {
            case "message_changed" -> changed(channel);
            case "message_deleted" -> gone(channel, event, "deleted_ts");
            default -> said(channel, event, SlackTime.of(event, "ts"));
        };
    }

    private boolean listens(@Nullable String channel, String type) {
        Listening listening = Listening.of(source);
        boolean heard = listening.channel(channel)
                && (type.equals(PUBLIC) || !listening.channels().isEmpty());
        boolean direct = DIRECT.contains(type) || (channel != null && channel.startsWith("D"));
        return heard && !direct && listening.account(team) && listening.event("message");
    }

    /** Slack also calls it a change when a link gets its preview or a thread its first reply. */
    private Heard changed(@Nullable String channel) {
        Fields message = event.within("message");
        if (message.scalar("subtype").equals(TOMBSTONE)) {
            return gone(channel, message, "ts");
        }
        Fields before = event.within("previous_message");
        boolean sameWords = before.has("text") && before.scalar("text").equals(message.scalar("text"));
        if (sameWords) {
            return Heard.ignored();
        }
        SlackTime changedAt = SlackTime.of(event, event.has("event_ts") ? "event_ts" : "ts");
        if (message.scalar("text").isBlank() && SAID.contains(message.scalar("subtype"))) {
            return gone(channel, message, "ts");
        }
        return said(channel, message, changedAt);
    }

    private Heard said(@Nullable String channel, Fields message, @Nullable SlackTime version) {
        String text = message.text("text");
        boolean words = text != null && !text.isBlank();
        if (!SAID.contains(message.scalar("subtype"))
                || (!words && event.errors().isEmpty())) {
            return Heard.ignored();
        }
        SlackTime ts = SlackTime.required(message, "ts");
        SlackTime thread = SlackTime.of(message, "thread_ts");
        SlackTime parent = thread == null || thread.equals(ts) ? null : thread;
        MentionDraft draft = mention(channel, ts)
                .text(Mrkdwn.text(text == null ? "" : text))
                .author(author(message))
                .url(address(channel, ts, parent))
                .createdAt(ts == null ? null : ts.time())
                .inReplyTo(parent == null ? null : id(channel, parent))
                .version(version == null ? 1 : version.version());
        return event.errors().isEmpty() ? Heard.one(draft.heard(receivedAt)) : malformed();
    }

    private Heard gone(@Nullable String channel, Fields message, String name) {
        SlackTime ts = SlackTime.required(message, name);
        MentionDraft draft = mention(channel, ts).version(MentionData.LAST_VERSION);
        return event.errors().isEmpty() ? Heard.one(draft.deleted(receivedAt)) : malformed();
    }

    private MentionDraft mention(@Nullable String channel, @Nullable SlackTime ts) {
        return Mention.of(source.name(), Slack.NAME, ts == null ? "" : id(channel, ts));
    }

    private String id(@Nullable String channel, SlackTime ts) {
        return prefix(channel) + ts.ts();
    }

    private String prefix(@Nullable String channel) {
        return (team == null ? "" : team) + "/" + (channel == null ? "" : channel) + "/";
    }

    private static @Nullable Author author(Fields message) {
        String bot = message.id("bot_id");
        String user = message.id("user");
        Fields profile = message.within(bot == null ? "user_profile" : "bot_profile");
        String name = message.has("username") ? message.text("username") : profile.text("name");
        String shown = profile.has("real_name") ? profile.text("real_name") : name;
        boolean isBot = bot != null || message.scalar("subtype").equals("bot_message");
        Author author = Author.ofNullable(user == null ? bot : user, bot == null ? profile.text("name") : null, shown);
        return author != null && isBot ? author.of(Author.Kind.BOT) : author;
    }

    private @Nullable String address(@Nullable String channel, @Nullable SlackTime ts, @Nullable SlackTime thread) {
        String workspace = source.options().path(Slack.WORKSPACE).asText();
        if (workspace.isEmpty() || channel == null || ts == null) {
            return null;
        }
        String message = "https://" + workspace + ".slack.com/archives/" + channel + "/p" + ts.bare();
        return thread == null ? message : message + "?thread_ts=" + thread.ts() + "&cid=" + channel;
    }

    private Heard malformed() {
        return new Heard.Malformed("The event is not as Slack documents it.", event.errors());
    }
}
