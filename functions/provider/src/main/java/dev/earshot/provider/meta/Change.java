package dev.earshot.provider.meta;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.payload.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One change to a Page or an Instagram account.
 *
 * @param account the Page's or the account's id; null when the payload does not tell
 * @param sentAt when Meta noticed it, to the second; null when the payload does not tell
 * @param position among the changes of its entry: the order within that second
 * @param field what changed, such as {@code feed}
 * @param value the change itself
 */
record Change(
        Source source,
        @Nullable String account,
        @Nullable Instant sentAt,
        int position,
        String field,
        Fields value,
        Instant receivedAt) {

    private static final int MILLIS_OF_A_SECOND = 1_000;

    /**
     * The changes of one entry: a list, or, where an app uses Instagram's own login, the entry itself. None in entries of
     * private messages.
     */
    static List<Change> of(Fields entry, Source source, Instant receivedAt) {
        String account = entry.id("id");
        Instant sentAt = entry.unixTime("time");
        List<Fields> changes = entry.has("field") ? List.of(entry) : entry.items("changes");
        List<Change> all = new ArrayList<>();
        for (Fields change : changes) {
            String field = change.text("field");
            Fields value = change.within("value");
            all.add(new Change(source, account, sentAt, all.size(), field == null ? "" : field, value, receivedAt));
        }
        return all;
    }

    /** Whether the source listens to it. */
    boolean isHeard(@Nullable String channel) {
        Listening listening = Listening.of(source);
        return listening.event(field) && listening.account(account) && listening.channel(channel);
    }

    /** Begins the mention of this id. */
    MentionDraft mention(@Nullable String id) {
        return Mention.of(source.name(), Meta.NAME, id == null ? "" : id);
    }

    /** The account itself is the company. */
    @Nullable
    Author marked(@Nullable Author author) {
        return author != null && account != null && account.equals(author.id()) ? author.of(Author.Kind.OWN) : author;
    }

    /** A version that grows with the time of sending: payloads of edits say when something was said, not when changed. */
    long version(long otherwise) {
        return sentAt == null ? otherwise : sentAt.toEpochMilli() + position % MILLIS_OF_A_SECOND;
    }

    /** The mention, if all is as Meta documents it. */
    Heard heard(MentionDraft draft) {
        return value.errors().isEmpty() ? Heard.one(draft.heard(receivedAt)) : malformed(value);
    }

    /** Its end, if all is as Meta documents it. */
    Heard deleted(MentionDraft draft) {
        return value.errors().isEmpty() ? Heard.one(draft.deleted(receivedAt)) : malformed(value);
    }

    /** No mention, if all is as Meta documents it. */
    Heard ignored() {
        return value.errors().isEmpty() ? Heard.ignored() : malformed(value);
    }

    static Heard malformed(Fields fields) {
        return new Heard.Malformed("The change is not as Meta documents it.", fields.errors());
    }
}
