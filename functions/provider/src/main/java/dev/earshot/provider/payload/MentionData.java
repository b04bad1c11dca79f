package dev.earshot.provider.payload;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The mention in an event's {@code data}, as Standard Webhooks and CloudEvents carry it: {@code text}, and where known
 * {@code id, url, title, createdAt, language, author {id, handle, name}, inReplyTo, version, deleted}.
 *
 * @param data the members of {@code data}
 * @param eventId stands in for an id that is missing; empty when there is none
 * @param eventTime stands in for a missing createdAt
 */
public record MentionData(
        Source source,
        String provider,
        Fields data,
        String eventId,
        @Nullable Instant eventTime) {

    /** A deletion that states no version deletes whatever is there, however the sender counts. */
    public static final long LAST_VERSION = Long.MAX_VALUE;

    private static final Set<String> NO_MENTION = Set.of("ping", "test", "webhook.ping", "webhook.test");

    /** Whether events of a type only try the line. */
    public static boolean isTrial(String type) {
        return NO_MENTION.contains(type);
    }

    /** The mention or its deletion; malformed when anything is wrong with the data, or was with the event before. */
    public Heard heard(Instant receivedAt) {
        boolean deleted = data.flag("deleted");
        String id = data.id("id");
        if (deleted && id == null) {
            data.wrong("id", "is missing: a deletion says what is deleted");
        }
        String externalId = id == null ? eventId : id;
        if (!Fields.isExternalId(externalId)) {
            data.wrong("id", "is missing, and the event's own id cannot stand in for it");
        }
        Long version = data.version("version");
        MentionDraft draft = draft(externalId, deleted).version(version == null ? 1 : version);
        if (!data.errors().isEmpty()) {
            return new Heard.Malformed("The event's data is not a mention.", data.errors());
        }
        return Heard.one(
                deleted
                        ? draft.version(version == null ? LAST_VERSION : version)
                                .deleted(receivedAt)
                        : draft.heard(receivedAt));
    }

    private MentionDraft draft(String externalId, boolean deleted) {
        Instant createdAt = data.time("createdAt");
        return Mention.of(source.name(), provider, externalId)
                .url(url())
                .title(data.text("title"))
                .text(deleted ? "" : data.required("text"))
                .author(data.within("author").author("id", "handle", "name"))
                .language(data.text("language"))
                .createdAt(createdAt == null ? eventTime : createdAt)
                .inReplyTo(data.id("inReplyTo"));
    }

    /** The address, which the draft leaves out when it is a sloppy one; what is of another kind is an error. */
    private @Nullable String url() {
        String url = data.text("url");
        String scheme = url == null ? "" : url.toLowerCase(Locale.ROOT);
        if (!scheme.isBlank() && !scheme.startsWith("https://") && !scheme.startsWith("http://")) {
            data.wrong("url", "is not an http or https address");
        }
        return url;
    }
}
