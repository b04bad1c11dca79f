package dev.earshot.provider.intercom;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.content.Html;
import dev.earshot.provider.hook.FieldError;
import dev.earshot.provider.payload.Fields;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The item of a notification: a conversation with its newest parts, or one part. What begins a conversation has the external
 * id {@code conversation-} and the conversation's id; a part has its own. E-mail addresses are not read.
 */
final class Conversation {

    /** The topics that take words back. */
    static final Set<String> DELETIONS = Set.of("conversation.deleted", "conversation_part.redacted");

    /** The topics that are listened to. */
    static final Set<String> TOPICS = Set.of(
            "conversation.user.created",
            "conversation.admin.single.created",
            "conversation.user.replied",
            "conversation.admin.replied",
            "conversation.operator.replied",
            "conversation.deleted",
            "conversation_part.redacted");

    private static final int MOST_PARTS = 500;

    /** Parts that people outside see. Notes, assignments and the like are internal. */
    private static final Set<String> SEEN = Set.of("comment", "open", "close", "quick_reply");

    private final Source source;
    private final JsonNode item;
    private final Instant receivedAt;
    private final Fields fields;
    private final List<Mention> mentions = new ArrayList<>();
    private final Set<FieldError> errors = new LinkedHashSet<>();
    private int ignored;

    Conversation(Source source, JsonNode item, Instant receivedAt) {
        this.source = source;
        this.item = item;
        this.receivedAt = receivedAt;
        this.fields = new Fields(item, "/data/item");
    }

    /** What it says; {@code topic} is its name. */
    Heard heard(String topic) {
        switch (topic) {
            case "conversation.user.created", "conversation.admin.single.created" -> beginning();
            case "conversation.deleted" -> {
                gone(fields, conversationId());
                parts((part, node) -> gone(part, required(part)));
            }
            case "conversation_part.redacted" -> redacted();
            default -> parts(this::part);
        }
        return mentions.isEmpty() && !errors.isEmpty()
                ? new Heard.Malformed("The notification is not as Intercom documents it.", List.copyOf(errors))
                : new Heard.Mentions(mentions, ignored == 0 && mentions.isEmpty() ? 1 : ignored, List.copyOf(errors));
    }

    private void beginning() {
        String member = item.path("source").isObject() ? "source" : "conversation_message";
        Fields message = new Fields(item, "/data/item").within(member);
        add(message, draft(message, conversationId()).title(html(message.text("subject"))));
    }

    private void redacted() {
        if (item.at("/source/redacted").asBoolean()) {
            gone(fields, conversationId());
        }
        parts((part, node) -> {
            if (node.path("redacted").asBoolean() || isPartAlone()) {
                gone(part, required(part));
            }
        });
    }

    private void part(Fields part, JsonNode node) {
        if (node.path("redacted").asBoolean()) {
            gone(part, required(part));
        } else if (!SEEN.contains(node.path("part_type").asText(""))
                || node.path("body").asText("").isBlank()) {
            ignored++;
        } else {
            Instant updated = part.unixTime("updated_at");
            add(
                    part,
                    draft(part, required(part))
                            .createdAt(part.unixTime("created_at"))
                            .inReplyTo(isPartAlone() ? null : fields.id("id", "conversation-"))
                            .version(updated == null ? 1 : Math.max(1, updated.toEpochMilli())));
        }
    }

    private MentionDraft draft(Fields said, String id) {
        return Mention.of(source.name(), "intercom", id)
                .url(item.at("/links/conversation_web").textValue())
                .author(author(said.within("author")))
                .text(html(said.text("body")))
                .createdAt(fields.unixTime("created_at"));
    }

    private static @Nullable Author author(Fields said) {
        Author author = Author.ofNullable(said.id("id"), null, said.text("name"));
        String type = said.text("type");
        if (author == null || type == null) {
            return author;
        }
        return switch (type) {
            case "admin", "team" -> author.of(Author.Kind.OWN);
            case "bot" -> author.of(Author.Kind.BOT);
            default -> author;
        };
    }

    private interface PartReader {
        void read(Fields part, JsonNode node);
    }

    /** Each part by itself, so that one that cannot be read costs the others nothing. */
    private void parts(PartReader reader) {
        if (isPartAlone()) {
            reader.read(fields, item);
            return;
        }
        JsonNode parts = item.at("/conversation_parts/conversation_parts");
        for (int i = 0; i < Math.min(parts.size(), MOST_PARTS); i++) {
            JsonNode node = parts.path(i);
            reader.read(new Fields(node, "/data/item/conversation_parts/conversation_parts/" + i), node);
        }
    }

    private boolean isPartAlone() {
        return item.path("type").asText("").equals("conversation_part");
    }

    private void add(Fields said, MentionDraft draft) {
        if (errors(said)) {
            mentions.add(draft.heard(receivedAt));
        }
    }

    private void gone(Fields said, String id) {
        if (errors(said)) {
            mentions.add(Mention.of(source.name(), "intercom", id)
                    .version(Long.MAX_VALUE)
                    .deleted(receivedAt));
        }
    }

    /** Whether there are none; those there are, are kept. */
    private boolean errors(Fields said) {
        boolean none = said.errors().isEmpty() && fields.errors().isEmpty();
        if (!none) {
            errors.addAll(said.errors());
            errors.addAll(fields.errors());
            ignored++;
        }
        return none;
    }

    private String conversationId() {
        String id = fields.id("id", "conversation-");
        if (id == null) {
            fields.wrong("id", "is missing");
        }
        return id == null ? "" : id;
    }

    private static String required(Fields part) {
        String id = part.id("id");
        if (id == null) {
            part.wrong("id", "is missing");
        }
        return id == null ? "" : id;
    }

    private static @Nullable String html(@Nullable String body) {
        return body == null ? null : Html.text(body);
    }
}
