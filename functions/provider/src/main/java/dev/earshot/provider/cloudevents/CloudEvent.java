package dev.earshot.provider.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.Heard;
import dev.earshot.provider.hook.FieldError;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.payload.MediaType;
import dev.earshot.provider.payload.MentionData;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * One CloudEvent in its JSON form, whose data is a mention; plain text is the words of one.
 *
 * @param json the event, an object
 * @param attributes its members
 * @see <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/formats/json-format.md">The format</a>
 */
record CloudEvent(JsonNode json, Fields attributes) {

    private static final String NO_MENTION = "The event's data is not a mention.";
    private static final String DATA = "data";
    private static final String BASE64 = "data_base64";

    /** What the event at {@code pointer} in the body says. */
    static Heard heard(String pointer, JsonNode json, Source source, String provider, Instant receivedAt) {
        return json.isObject()
                ? new CloudEvent(json, new Fields(json, pointer)).heard(source, provider, receivedAt)
                : new Heard.Malformed(NO_MENTION, List.of(new FieldError(pointer, "is not an object")));
    }

    private Heard heard(Source source, String provider, Instant receivedAt) {
        String eventId = origin() + " " + attributes.required("id");
        String type = attributes.required("type");
        if (!attributes.required("specversion").equals("1.0")) {
            attributes.wrong("specversion", "is not 1.0");
        }
        Instant time = attributes.time("time");
        if (MentionData.isTrial(type) && attributes.errors().isEmpty()) {
            return Heard.ignored();
        }
        return data().map(data -> new MentionData(source, provider, data, eventId, time).heard(receivedAt))
                .orElseGet(() -> new Heard.Malformed(NO_MENTION, attributes.errors()));
    }

    /** The event's source; without spaces, so that two events cannot have one source, space and id. */
    private String origin() {
        String origin = attributes.required("source");
        if (origin.chars().anyMatch(c -> c <= ' ')) {
            attributes.wrong("source", "is not a URI reference");
        }
        return origin;
    }

    /** The members of its data; empty when there are none, which is noted. */
    private Optional<Fields> data() {
        MediaType type = MediaType.of(
                Optional.ofNullable(attributes.text("datacontenttype")).orElse(""));
        if (!type.isJson() && !type.isPlainText()) {
            attributes.wrong("datacontenttype", "is neither JSON nor text/plain");
            return Optional.empty();
        }
        boolean encoded = json.hasNonNull(BASE64);
        if (encoded && json.hasNonNull(DATA)) {
            attributes.wrong(BASE64, "is there beside data");
        }
        JsonNode data = encoded ? decoded(type) : json.path(DATA);
        if (type.isPlainText() && data.isTextual()) {
            data = EarshotJson.mapper().createObjectNode().set("text", data);
        }
        if (!data.isObject() && !encoded) {
            attributes.wrong(DATA, json.hasNonNull(DATA) ? "is not an object" : "is missing");
        }
        return data.isObject() ? Optional.of(attributes.within(DATA, data)) : Optional.empty();
    }

    /** Data in base64: words or JSON, as its type says; missing when it is neither, which is noted. */
    private JsonNode decoded(MediaType type) {
        Optional<JsonNode> data = Optional.ofNullable(attributes.text(BASE64))
                .flatMap(CloudEvent::bytes)
                .flatMap(bytes -> type.isPlainText()
                        ? JsonBody.utf8(bytes).map(TextNode::valueOf)
                        : JsonBody.read(bytes) instanceof JsonBody.Parsed parsed
                                ? Optional.of(parsed.root())
                                : Optional.empty());
        if (data.isEmpty()) {
            attributes.wrong(BASE64, "is not base64 of what datacontenttype says, in UTF-8");
        }
        return data.orElseGet(MissingNode::getInstance);
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
