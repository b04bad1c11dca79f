package dev.earshot.provider.feed;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.Text;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.hook.FieldError;
import dev.earshot.provider.payload.Fields;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jdom2.Element;
import org.jspecify.annotations.Nullable;

/**
 * A feed's entries as mentions: an entry's id is its external id, its last change its version. Deletions are those of
 * RFC 6721, {@code at:deleted-entry}. What can be listened to: the events {@code entry} and {@code deleted-entry}, and
 * YouTube's channels, by {@code accounts} or {@code channels}.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc6721">Deleted entries</a>
 */
public final class FeedMentions {

    private static final String ENTRY = "entry";
    private static final String DELETED = "deleted-entry";
    private static final int LAST_YEAR = 9_999;

    private final Source source;
    private final Instant receivedAt;
    private final Listening listening;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<FieldError> errors = new ArrayList<>();
    private int ignored;

    private FeedMentions(Source source, Instant receivedAt) {
        this.source = source;
        this.receivedAt = receivedAt;
        this.listening = Listening.of(source);
    }

    /** What the bytes of a feed say, which came through the source. */
    public static Heard heard(byte[] feed, Source source, Instant receivedAt) {
        FeedXml xml = FeedXml.read(feed);
        if (xml instanceof FeedXml.Unreadable unreadable) {
            return new Heard.Malformed(unreadable.reason(), List.of());
        }
        FeedXml.Read read = (FeedXml.Read) xml;
        FeedMentions heard = new FeedMentions(source, receivedAt);
        // Before ROME takes the document apart.
        heard.deletions(read.document().getRootElement());
        Optional<List<FeedEntry>> entries = FeedEntries.of(read.document());
        if (entries.isEmpty()) {
            return new Heard.Malformed("The document is neither RSS nor Atom.", List.of());
        }
        heard.entries(entries.get());
        heard.leftOut(read.leftOut());
        return new Heard.Mentions(heard.mentions, heard.ignored, heard.errors);
    }

    private void entries(List<FeedEntry> entries) {
        for (int i = 0; i < entries.size(); i++) {
            entry(entries.get(i), "/entries/" + i);
        }
    }

    private void entry(FeedEntry entry, String pointer) {
        boolean says = !Text.clean(entry.title() + entry.text()).isBlank();
        boolean about = listening.account(entry.channel()) && listening.channel(entry.channel());
        if (!says || !about || !listening.event(ENTRY)) {
            ignored++;
        } else if (!Fields.isExternalId(entry.id())) {
            wrong(pointer, "has no id, guid or link of at most 512 characters");
        } else {
            mentions.add(mention(entry));
        }
    }

    private Mention mention(FeedEntry entry) {
        String answered = entry.inReplyTo();
        return Mention.of(source.name(), source.provider(), entry.id())
                .url(entry.link())
                .author(entry.author())
                .title(entry.title())
                .text(entry.text())
                .language(entry.language())
                .createdAt(entry.createdAt())
                .inReplyTo(answered != null && Fields.isExternalId(answered) ? Text.clean(answered) : null)
                .version(entry.version())
                .heard(receivedAt);
    }

    private void deletions(Element root) {
        List<Element> deleted = root.getChildren(DELETED, Vocabulary.tombstones());
        for (int i = 0; i < deleted.size(); i++) {
            deletion(deleted.get(i), "/deletedEntries/" + i);
        }
    }

    private void deletion(Element deleted, String pointer) {
        String ref = deleted.getAttributeValue("ref", "").strip();
        if (!listening.event(DELETED)) {
            ignored++;
        } else if (!Fields.isExternalId(ref)) {
            wrong(pointer + "/ref", "is missing, or longer than 512 characters");
        } else {
            mentions.add(Mention.of(source.name(), source.provider(), ref)
                    .version(deletedAt(deleted.getAttributeValue("when")))
                    .deleted(receivedAt));
        }
    }

    /** A deletion that does not say when deletes whatever is there. */
    private static long deletedAt(@Nullable String when) {
        try {
            OffsetDateTime time = when == null ? null : OffsetDateTime.parse(when.strip());
            return time == null || time.getYear() > LAST_YEAR
                    ? Long.MAX_VALUE
                    : Math.max(1, time.toInstant().toEpochMilli());
        } catch (DateTimeParseException e) {
            return Long.MAX_VALUE;
        }
    }

    private void leftOut(int entries) {
        if (entries > 0) {
            ignored += entries;
            errors.add(
                    new FieldError("/entries", "are more than " + FeedFilter.MOST_ENTRIES + "; the rest is left out"));
        }
    }

    private void wrong(String pointer, String detail) {
        ignored++;
        errors.add(new FieldError(pointer, detail));
    }
}
