package dev.earshot.provider.zendesk;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.payload.Fields;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An event of Zendesk about a ticket. A comment's external id is its own, a ticket's is {@code ticket-} and its number. A
 * ticket's first comment is its description, and Zendesk may tell of both: they are one mention, the ticket's.
 */
final class TicketEvent {

    /** What the names of all events begin with. */
    static final String PREFIX = "zen:event-type:";

    private static final Set<String> DELETIONS = Set.of(
            "ticket.soft_deleted",
            "ticket.permanently_deleted",
            "ticket.comment_redacted",
            "ticket.comment_made_private");

    private final Source source;
    private final JsonNode root;
    private final Instant receivedAt;
    private final Fields envelope;
    private final Fields ticket;
    private final Fields comment;

    TicketEvent(Source source, JsonNode root, Instant receivedAt) {
        this.source = source;
        this.root = root;
        this.receivedAt = receivedAt;
        this.envelope = new Fields(root, "");
        this.ticket = envelope.within("detail");
        this.comment = envelope.within("event").within("comment");
    }

    /** What it says; {@code type} is its name. */
    Heard heard(String type) {
        String event = type.substring(PREFIX.length());
        if (!listensTo(event)) {
            return Heard.ignored();
        }
        return switch (event) {
            case "ticket.created" -> ticket(ticket.text("description"), 1);
            case "ticket.undeleted" -> ticket(ticket.text("description"), moment());
            case "ticket.description_changed" -> ticket(envelope.within("event").text("current"), moment());
            case "ticket.soft_deleted" -> deleted(ticketId(), moment());
            case "ticket.permanently_deleted" -> deleted(ticketId(), Long.MAX_VALUE);
            case "ticket.comment_added" -> comment();
            case "ticket.comment_redacted", "ticket.comment_made_private" -> deleted(commentId(), Long.MAX_VALUE);
            default -> Heard.ignored();
        };
    }

    /** Accounts are those of Zendesk, by number; channels are the ways that tickets come by, such as {@code email}. */
    private boolean listensTo(String event) {
        Listening listening = Listening.of(source);
        JsonNode account = root.path("account_id");
        return (listening.event(event) || listening.event(PREFIX + event))
                && listening.account(account.isValueNode() ? account.asText("") : null)
                && (DELETIONS.contains(event)
                        || listening.channel(root.at("/detail/via/channel").textValue()));
    }

    private Heard ticket(@Nullable String words, long version) {
        if (root.at("/detail/is_public").isBoolean() && !ticket.flag("is_public")) {
            return Heard.ignored();
        }
        String submitter = ticket.id("submitter_id");
        String author = submitter == null ? ticket.id("requester_id") : submitter;
        return heard(draft(ticketId())
                .title(ticket.text("subject"))
                .text(words)
                .author(Author.ofNullable(author, null, null))
                .createdAt(ticket.time("created_at"))
                .version(version));
    }

    private Heard comment() {
        if (!comment.flag("is_public")) {
            return envelope.errors().isEmpty() ? Heard.ignored() : malformed();
        }
        Fields by = comment.within("author");
        Author author = Author.ofNullable(by.id("id"), null, by.text("name"));
        boolean staff = by.flag("is_staff");
        MentionDraft draft = draft(commentId())
                .text(comment.text("body"))
                .author(author != null && staff ? author.of(Author.Kind.OWN) : author)
                .createdAt(envelope.time("time"));
        return heard(isDescription() ? draft.title(ticket.text("subject")) : draft.inReplyTo(ticketId()));
    }

    private Heard heard(MentionDraft draft) {
        return envelope.errors().isEmpty() ? Heard.one(draft.heard(receivedAt)) : malformed();
    }

    private Heard deleted(String id, long version) {
        MentionDraft draft = draft(id).version(version);
        return envelope.errors().isEmpty() ? Heard.one(draft.deleted(receivedAt)) : malformed();
    }

    private Heard malformed() {
        return new Heard.Malformed("The event is not as Zendesk documents it.", envelope.errors());
    }

    private MentionDraft draft(String id) {
        JsonNode subdomain = source.options().path(Zendesk.SUBDOMAIN);
        String number = ticket.id("id");
        String url = "https://" + subdomain.asText("") + ".zendesk.com/agent/tickets/" + number;
        return Mention.of(source.name(), "zendesk", id).url(subdomain.isTextual() && number != null ? url : null);
    }

    private String ticketId() {
        String id = ticket.id("id", "ticket-");
        if (id == null) {
            ticket.wrong("id", "is missing");
        }
        return id == null ? "" : id;
    }

    private String commentId() {
        if (isDescription()) {
            return ticketId();
        }
        String id = comment.id("id");
        if (id == null) {
            comment.wrong("id", "is missing");
        }
        return id == null ? "" : id;
    }

    private boolean isDescription() {
        String body = root.at("/event/comment/body").asText("").strip();
        return !body.isEmpty()
                && body.equals(root.at("/detail/description").asText("").strip());
    }

    /** When it happened, as a version; the time that it is told when Zendesk does not say. */
    private long moment() {
        Instant time = envelope.time("time");
        return Math.max(1, (time == null ? receivedAt : time).toEpochMilli());
    }
}
