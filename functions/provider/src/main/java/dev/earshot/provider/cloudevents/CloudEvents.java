package dev.earshot.provider.cloudevents;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Provider;
import dev.earshot.provider.SourceRules;
import dev.earshot.provider.Trial;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.payload.MediaType;
import dev.earshot.provider.payload.MentionData;
import dev.earshot.provider.proof.BearerToken;
import dev.earshot.provider.proof.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * CloudEvents 1.0 over HTTP, in binary, structured and batched mode. Secrets are bearer tokens; {@code allowedOrigins}
 * says whom the handshake answers. An event's data is the mention, see {@link MentionData}.
 *
 * <p>Errors point into the event's JSON form in every mode. In a batch each event counts for itself: one that cannot be
 * read is told of and costs the others nothing.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/main/cloudevents/http-webhook.md">Web hooks</a>
 */
public final class CloudEvents implements Provider {

    private static final String FORMATS = "application/cloudevents";
    private static final String STRUCTURED = "application/cloudevents+json";
    private static final String BATCH = "application/cloudevents-batch+json";

    /** More would not be queued within the function's 10 s. */
    private static final int MOST_EVENTS = 1_000;

    @Override
    public String name() {
        return "cloudevents";
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any().secret(BearerToken::fault).option(AllowedOrigins.OPTION, AllowedOrigins::fault);
    }

    @Override
    public String challenge() {
        return "Bearer";
    }

    @Override
    public Optional<HookAnswer> handshake(Hook hook, Source source, Instant now) {
        return DeliveryConsent.answer(hook, source);
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        return BearerToken.verify(hook, source);
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        MediaType type = MediaType.of(hook.header("content-type").orElse(""));
        if (type.name().equals(BATCH)) {
            return batch(JsonBody.readList(hook.body()), source, receivedAt);
        } else if (type.name().equals(STRUCTURED)) {
            return structured(JsonBody.read(hook.body()), source, receivedAt);
        } else if (type.name().startsWith(FORMATS)) {
            return new Heard.Unsupported("Of the formats of CloudEvents, JSON and JSON batches are understood.");
        } else if (!type.isJson() && !type.isPlainText()) {
            return new Heard.Unsupported("The data of an event is JSON or text/plain.");
        }
        return binary(hook, type, source, receivedAt);
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Endpoint: " + url,
                "Authorization: Bearer, with one of the source's secrets as the token",
                "Content mode: binary, structured or batched JSON; the data is {\"text\": ...}, see"
                        + " docs/configuring.md",
                "Abuse protection: name the sender in the option allowedOrigins, if it asks by OPTIONS");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        event.put("specversion", "1.0").put("type", "earshot.said").put("source", "/earshot/source-test");
        event.put("id", "test-" + now.toEpochMilli()).put("time", EarshotJson.time(now));
        event.putObject("data").put("text", Trial.WORDS);
        String token = source.secrets().isEmpty() ? "" : source.secrets().get(0);
        return new Trial(
                Map.of("Content-Type", STRUCTURED, "Authorization", "Bearer " + token),
                event.toString().getBytes(UTF_8));
    }

    private Heard structured(JsonBody body, Source source, Instant receivedAt) {
        return Heard.in(body, event -> CloudEvent.heard("", event, source, name(), receivedAt));
    }

    private Heard binary(Hook hook, MediaType type, Source source, Instant receivedAt) {
        CloudEventHeaders headers = CloudEventHeaders.of(hook.headers());
        if (!headers.errors().isEmpty()) {
            return new Heard.Malformed("The headers are not those of a CloudEvent.", headers.errors());
        }
        JsonBody data = type.isPlainText() ? JsonBody.words(hook.body()) : JsonBody.read(hook.body());
        return Heard.in(data, root -> {
            headers.event().put("datacontenttype", type.name()).set("data", root);
            return CloudEvent.heard("", headers.event(), source, name(), receivedAt);
        });
    }

    private Heard batch(JsonBody body, Source source, Instant receivedAt) {
        return Heard.in(body, events -> batch(events, source, receivedAt));
    }

    private Heard batch(JsonNode events, Source source, Instant receivedAt) {
        if (events.size() > MOST_EVENTS) {
            return new Heard.Malformed("A batch has at most " + MOST_EVENTS + " events.", List.of());
        }
        List<Heard> heard = new ArrayList<>();
        for (int i = 0; i < events.size(); i++) {
            heard.add(CloudEvent.heard("/" + i, events.get(i), source, name(), receivedAt));
        }
        return Heard.all(heard, "No event of the batch is a mention.");
    }
}
