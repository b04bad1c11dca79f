package dev.earshot.core.queue;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.analysis.Embedding;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The JSON that the queues carry, version 1. Fields are those of the public mention and analysis.
 *
 * <ul>
 *   <li>mentions queue: {@code {"earshot": 1, "mention": {...}}}
 *   <li>analyzed queue: {@code {"earshot": 1, "mention": {...}, "analysis": {...} or null, "embedding": {"model",
 *       "values"} or absent}}; null for a tombstone
 *   <li>erasures queue: {@code {"earshot": 1, "erasure": {"author", "requestedAt"}}}
 *   <li>lessons queue: {@code {"earshot": 1, "lesson": {"mention", "department", "belongs", "by", "at"}}}
 * </ul>
 *
 * <p>A form changes by a new version number; readers keep the versions that may still be in a queue or a dead-letter
 * queue (14 days). A message of any other version is poison: it goes to the dead-letter queue, from where it can be
 * replayed after the reader has been deployed.
 */
public final class QueueForms {

    private static final int VERSION = 1;
    private static final String VERSION_FIELD = "earshot";

    private QueueForms() {}

    /** The mentions queue's form of a mention. */
    public static String write(Mention mention) {
        return write(mention, null);
    }

    /** The analyzed queue's form of an analyzed mention. */
    public static String write(AnalyzedMention analyzed) {
        return write(analyzed.mention(), analyzed);
    }

    /** Reads a message of the mentions queue. */
    public static Decoded<Mention> readMention(String body) {
        return read(body, root -> convert(root, "mention", Mention.class));
    }

    /** Reads a message of the analyzed queue. */
    public static Decoded<AnalyzedMention> readAnalyzed(String body) {
        return read(body, root -> {
            return new AnalyzedMention(
                    convert(root, "mention", Mention.class),
                    root.hasNonNull("analysis") ? convert(root, "analysis", Analysis.class) : null,
                    root.hasNonNull("embedding") ? convert(root, "embedding", Embedding.class) : null);
        });
    }

    /** The erasures queue's form of an erasure. */
    public static String write(Erasure erasure) {
        return write("erasure", erasure);
    }

    /** Reads a message of the erasures queue. */
    public static Decoded<Erasure> readErasure(String body) {
        return read(body, root -> convert(root, "erasure", Erasure.class));
    }

    /** The lessons queue's form of a correction. */
    public static String write(Corrected lesson) {
        return write("lesson", lesson);
    }

    /** Reads a message of the lessons queue. */
    public static Decoded<Corrected> readLesson(String body) {
        return read(body, root -> convert(root, "lesson", Corrected.class));
    }

    /** The mention that a message is about, of whatever version it is: so that dead letters can be told apart. */
    public static Optional<MentionId> mentionIdIn(String body) {
        try {
            JsonNode id = EarshotJson.mapper().readTree(body).at("/mention/id");
            return id.isTextual() ? Optional.of(new MentionId(id.asText())) : Optional.empty();
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String write(String member, Object value) {
        ObjectNode root = EarshotJson.mapper().createObjectNode().put(VERSION_FIELD, VERSION);
        root.set(member, EarshotJson.mapper().valueToTree(value));
        return root.toString();
    }

    private static String write(Mention mention, @Nullable AnalyzedMention analyzed) {
        ObjectNode root = EarshotJson.mapper().createObjectNode().put(VERSION_FIELD, VERSION);
        root.set("mention", EarshotJson.mapper().valueToTree(mention));
        if (analyzed != null) {
            root.set("analysis", EarshotJson.mapper().valueToTree(analyzed.analysis()));
        }
        if (analyzed != null && analyzed.embedding() != null) {
            root.set("embedding", EarshotJson.mapper().valueToTree(analyzed.embedding()));
        }
        try {
            return EarshotJson.mapper().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> Decoded<T> read(String body, Form<T> form) {
        try {
            JsonNode root = EarshotJson.mapper().readTree(body);
            if (!root.path(VERSION_FIELD).isIntegralNumber()) {
                return new Decoded.Poison<>("not a message of Earshot: no version");
            }
            if (root.path(VERSION_FIELD).asLong() != VERSION) {
                return new Decoded.Poison<>(
                        "unknown message version " + root.path(VERSION_FIELD).asLong());
            }
            return new Decoded.Read<>(form.of(root));
        } catch (JsonParseException e) {
            return new Decoded.Poison<>(
                    "not JSON, at character " + e.getLocation().getCharOffset());
        } catch (JsonProcessingException e) {
            return new Decoded.Poison<>("not a valid message: " + e.getClass().getSimpleName());
        } catch (IllegalArgumentException e) {
            return new Decoded.Poison<>("not a valid message: " + e.getMessage());
        }
    }

    /** Reads a member; what is wrong with it is said by where it stands, in our words. */
    private static <T> T convert(JsonNode root, String field, Class<T> type) throws JsonProcessingException {
        JsonNode node = root.path(field);
        String pointer = "/" + field;
        if (!node.isObject()) {
            throw new IllegalArgumentException(pointer + " is missing");
        }
        T value;
        try {
            value = EarshotJson.mapper().treeToValue(node, type);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(MemberPath.fault(pointer, e), e);
        }
        // Sent on, it would be refused however often it is tried. Every name on the way is known by now.
        MemberPath.unsendable(pointer, node).ifPresent(where -> {
            throw new IllegalArgumentException(where + " has characters that no queue takes");
        });
        return value;
    }

    private interface Form<T> {
        T of(JsonNode root) throws JsonProcessingException;
    }
}
