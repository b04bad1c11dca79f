package dev.earshot.provider.x;

import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.payload.Fields;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The deprecated Account Activity API: posts as version 1.1 has them, many in one delivery.
 *
 * @see <a href="https://docs.x.com/x-api/account-activity/introduction">Account Activity API</a>
 */
record AccountActivity(Posts posts) {

    private static final String CREATED = "tweet_create_events";
    private static final String DELETED = "tweet_delete_events";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("EEE MMM dd HH:mm:ss Z uuuu", Locale.ENGLISH);

    /** What its posts and deletions say; likes, follows, messages and the like are no mentions. */
    Heard heard(Fields root) {
        Listening listening = Listening.of(posts.source());
        boolean listened =
                listening.event(CREATED) && listening.account(root.id("for_user_id")) && listening.channel(null);
        List<Heard> all = new ArrayList<>();
        for (Fields post : root.items(CREATED)) {
            all.add(listened ? said(post) : Heard.ignored());
        }
        for (Fields deletion : root.items(DELETED)) {
            Fields status = deletion.within("status");
            all.add(posts.deleted(status, status.id("id")));
        }
        if (!root.errors().isEmpty()) {
            return Posts.malformed(root);
        }
        return all.isEmpty() ? Heard.ignored() : Heard.all(all, "No post is as X documents it.");
    }

    private Heard said(Fields post) {
        Fields user = post.within("user");
        if (post.has("retweeted_status") || user.flag("protected")) {
            return Heard.ignored();
        }
        Fields extended = post.within("extended_tweet");
        boolean isLong = extended.has("full_text");
        String text = isLong ? extended.required("full_text") : post.required("text");
        String id = id(post, "id");
        Author author = Author.ofNullable(id(user, "id"), user.text("screen_name"), user.text("name"));
        MentionDraft draft = posts.mention(id)
                .text(Posts.words(text, isLong ? extended : post))
                .author(author)
                .url(Posts.address(author, id))
                .language(post.text("lang"))
                .createdAt(time(post))
                .inReplyTo(id(post, "in_reply_to_status_id"));
        return posts.heard(post, draft, id, List.of());
    }

    /** Ids are written twice, the second time as text. */
    private static @Nullable String id(Fields object, String name) {
        return object.id(object.has(name + "_str") ? name + "_str" : name);
    }

    private static @Nullable Instant time(Fields post) {
        String time = post.text("created_at");
        try {
            return time == null ? null : OffsetDateTime.parse(time, TIME).toInstant();
        } catch (DateTimeException e) {
            post.wrong("created_at", "is not a time such as Wed Oct 10 20:19:24 +0000 2018");
            return null;
        }
    }
}
