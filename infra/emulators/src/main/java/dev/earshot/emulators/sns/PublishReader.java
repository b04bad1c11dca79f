package dev.earshot.emulators.sns;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.emulators.http.Json;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the parameters of Publish, or of one entry of PublishBatch, into a publication; or says why not. */
final class PublishReader {

    static final int MAX_BYTES = 262_144;

    /** Printable ASCII that begins with something visible: no line break can smuggle a header into a mail. */
    private static final Pattern SUBJECT = Pattern.compile("[!-~][ -~]{0,98}");

    private final Clock clock;

    PublishReader(Clock clock) {
        this.clock = clock;
    }

    Publication read(QueryRequest request, Topic topic) {
        Map<String, MessageAttribute> attributes = attributes(request);
        if (size(request) > MAX_BYTES) {
            throw SnsError.invalidParameter("Message too long");
        }
        return new Publication(
                UUID.randomUUID().toString(),
                topic.arn(),
                subject(request),
                texts(request),
                attributes,
                clock.instant(),
                topic.signatureVersion());
    }

    /** What a message counts for in the 256 KB: its text and its attributes, in bytes. */
    static int size(QueryRequest request) {
        int text = request.optional("Message", "").getBytes(StandardCharsets.UTF_8).length;
        return text
                + attributes(request).values().stream()
                        .mapToInt(MessageAttribute::size)
                        .sum();
    }

    private static @Nullable String subject(QueryRequest request) {
        String subject = request.optional("Subject");
        if (subject != null && !SUBJECT.matcher(subject).matches()) {
            throw SnsError.invalidParameter("Subject");
        }
        return subject;
    }

    private static Map<String, String> texts(QueryRequest request) {
        String message = request.optional("Message", "");
        if (message.isEmpty()) {
            throw SnsError.invalidParameter("Empty message");
        }
        String structure = request.optional("MessageStructure", "");
        return switch (structure) {
            case "" -> Map.of(Publication.DEFAULT, message);
            case "json" -> perProtocol(message);
            default -> throw SnsError.invalidParameter("MessageStructure");
        };
    }

    private static Map<String, String> perProtocol(String message) {
        ObjectNode json = Json.objectOrNull(message);
        if (json == null) {
            throw SnsError.invalidParameter("Message Structure - JSON message body failed to parse");
        }
        if (!json.path(Publication.DEFAULT).isTextual()) {
            throw SnsError.invalidParameter("Message Structure - No default entry in JSON message body");
        }
        Map<String, String> texts = new LinkedHashMap<>();
        json.properties().forEach(field -> {
            if (field.getValue().isTextual()) {
                texts.put(field.getKey(), field.getValue().textValue());
            }
        });
        return texts;
    }

    private static Map<String, MessageAttribute> attributes(QueryRequest request) {
        Map<String, MessageAttribute> attributes = new LinkedHashMap<>();
        request.members("MessageAttributes.entry").forEach(entry -> {
            MessageAttribute attribute = MessageAttribute.read(entry);
            attributes.put(attribute.name(), attribute);
        });
        return attributes;
    }
}
