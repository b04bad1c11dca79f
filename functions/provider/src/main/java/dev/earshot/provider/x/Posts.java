package dev.earshot.provider.x;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.content.Escaped;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.MentionData;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Posts as the API's version 2 has them. An edit is a new post, whose history names those that it replaces; reposts say
 * nothing new, and posts of protected accounts are private.
 *
 * @see <a href="https://docs.x.com/x-api/activity/event-payloads">Payloads</a>
 */
record Posts(Source source, Instant receivedAt) {

    private static final Set<String> SAID =
            Set.of("post.create", "post.mention.create", "post.reply.create", "post.quote.create");
    private static final String DELETED = "post.delete";
    private static final String STREAMED = "filtered-stream";
    private static final String SITE = "https://x.com/";
    private static final Pattern SHORTENED = Pattern.compile("https://t\\.co/[A-Za-z0-9]{1,64}");
    private static final int MOST_CHARACTERS = 128 * 1024;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,30}");
    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_]{1,50}");

    /** An event of the X Activity API. Deletions are heard whatever events are listened to. */
    Heard activity(Fields event) {
        String type = event.required("event_type");
        Listening listening = Listening.of(source);
        String account = event.within("filter").id("user_id");
        Fields post = event.within("payload");
        if (!event.errors().isEmpty()) {
            return malformed(event);
        } else if (type.equals(DELETED)) {
            return deleted(post, post.id("id"));
        }
        boolean listened = listening.event(type) && listening.account(account);
        return SAID.contains(type) && listened && listening.channel(event.id("tag"))
                ? said(post, event.within("includes"))
                : Heard.ignored();
    }

    /** A post that matched rules of the filtered stream, whose tags count as channels. */
    Heard streamed(Fields root) {
        Listening listening = Listening.of(source);
        List<Fields> rules = root.items("matching_rules");
        boolean listened = rules.stream().anyMatch(rule -> listening.channel(rule.id("tag")));
        if (!listening.event(STREAMED) || !(listened || listening.channel(null))) {
            return Heard.ignored();
        }
        return said(root.within("data"), root.within("includes"));
    }

    /** The end of a post. */
    Heard deleted(Fields post, @Nullable String id) {
        if (id == null) {
            post.missing("id");
        }
        return post.errors().isEmpty() ? new Heard.Mentions(List.of(tombstone(id)), 0) : malformed(post);
    }

    /** A mention that is complete, behind the tombstones of what it replaces. */
    Heard heard(Fields post, MentionDraft draft, @Nullable String id, List<String> history) {
        if (id == null) {
            post.missing("id");
        }
        if (!post.errors().isEmpty()) {
            return malformed(post);
        }
        List<String> replaced = history.subList(0, Math.max(0, history.size() - 1));
        List<Mention> mentions = new ArrayList<>();
        replaced.forEach(earlier -> mentions.add(tombstone(earlier)));
        if (!replaced.contains(id)) {
            mentions.add(draft.heard(receivedAt));
        }
        return new Heard.Mentions(mentions, 0);
    }

    /** Begins the mention of this id. */
    MentionDraft mention(@Nullable String id) {
        return Mention.of(source.name(), X.NAME, id == null ? "" : id);
    }

    private Heard said(Fields post, Fields includes) {
        User user = User.of(post.id("author_id"), includes);
        List<Fields> references = post.items("referenced_tweets");
        if (user.isProtected() || references.stream().anyMatch(other -> "retweeted".equals(other.text("type")))) {
            return Heard.ignored();
        }
        String id = post.id("id");
        Fields note = post.within("note_tweet");
        boolean isLong = note.has("text");
        String text = isLong ? note.required("text") : post.required("text");
        MentionDraft draft = mention(id)
                .text(words(text, isLong ? note : post))
                .author(user.author())
                .url(address(user.author(), id))
                .language(post.text("lang"))
                .createdAt(post.time("created_at"))
                .inReplyTo(inReplyTo(post, references));
        return heard(post, draft, id, post.ids("edit_history_tweet_ids"));
    }

    private static @Nullable String inReplyTo(Fields post, List<Fields> references) {
        for (Fields other : references) {
            if ("replied_to".equals(other.text("type"))) {
                return other.id("id");
            }
        }
        return post.id("in_reply_to_tweet_id");
    }

    /** The text with whole addresses in place of X's short ones; what is beyond 128 K characters is left out. */
    static String words(String text, Fields said) {
        Map<String, String> addresses = new HashMap<>();
        for (Fields url : said.within("entities").items("urls")) {
            addresses.put(url.scalar("url"), url.scalar("expanded_url"));
        }
        StringBuilder words = new StringBuilder();
        Matcher found = SHORTENED.matcher(text);
        int done = 0;
        while (words.length() < MOST_CHARACTERS && found.find()) {
            String whole = addresses.getOrDefault(found.group(), "");
            words.append(text, done, found.start()).append(Mention.isWebAddress(whole) ? whole : found.group());
            done = found.end();
        }
        words.append(text, done, text.length());
        return Escaped.text(words.substring(0, Math.min(words.length(), MOST_CHARACTERS)));
    }

    /** Where a post can be read; X finds it by its id alone, if need be. */
    static @Nullable String address(@Nullable Author author, @Nullable String id) {
        if (id == null || !NUMBER.matcher(id).matches()) {
            return null;
        }
        String handle = author == null ? null : author.handle();
        return SITE + (handle != null && HANDLE.matcher(handle).matches() ? handle : "i") + "/status/" + id;
    }

    private Mention tombstone(@Nullable String id) {
        return mention(id).version(MentionData.LAST_VERSION).deleted(receivedAt);
    }

    static Heard malformed(Fields post) {
        return new Heard.Malformed("The post is not as X documents it.", post.errors());
    }
}
