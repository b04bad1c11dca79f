package dev.earshot.provider.trustpilot;

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
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.proof.PathSecret;
import dev.earshot.provider.proof.Proof;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trustpilot: reviews of the company and of its products. Trustpilot signs nothing, so the address is the secret. With the
 * option {@code apiKey} each review is looked up at Trustpilot before it counts, and what is there is what counts.
 *
 * @see <a href="https://support.trustpilot.com/hc/en-us/community/posts/10109980750738">Webhooks</a>
 */
public final class Trustpilot implements Provider {

    /** A key of Trustpilot's API. */
    static final String API_KEY = "apiKey";

    private static final URI TRUSTPILOT = URI.create("https://api.trustpilot.com");
    private static final int MOST_EVENTS = 100;

    private final ReviewLookup lookup;

    public Trustpilot() {
        this(new ReviewLookup(TRUSTPILOT));
    }

    Trustpilot(ReviewLookup lookup) {
        this.lookup = lookup;
    }

    @Override
    public String name() {
        return "trustpilot";
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any()
                .secret(PathSecret::fault)
                .option(
                        API_KEY,
                        value -> value.isTextual() && ReviewLookup.isKey(value.textValue())
                                ? Optional.empty()
                                : Optional.of("is not a key of Trustpilot's API"));
    }

    @Override
    public boolean secretInPath() {
        return true;
    }

    @Override
    public String challenge() {
        return "Path";
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        return PathSecret.verify(hook, source);
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        return Heard.in(JsonBody.read(hook.body()), root -> heard(root, source, receivedAt));
    }

    private Heard heard(JsonNode root, Source source, Instant receivedAt) {
        JsonNode events = root.path("events");
        if (!events.isArray() || events.size() > MOST_EVENTS) {
            Fields fields = new Fields(root, "");
            fields.wrong("events", "is not a list of at most " + MOST_EVENTS + " events");
            return new Heard.Malformed("The body is not as Trustpilot documents it.", fields.errors());
        }
        return new Reviews(source, receivedAt, lookup).heard(events);
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Trustpilot Business, Integrations, Developers, Webhooks",
                "URL: " + url,
                "Events: service reviews and product reviews; created, updated, deleted",
                "Trustpilot signs nothing: keep the address secret, and give the source the option apiKey",
                "API key: Integrations, Developers, APIs");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode root = EarshotJson.mapper().createObjectNode();
        ObjectNode event = root.putArray("events").addObject();
        event.put("eventName", Trial.first(source, "events", "service-review-created"))
                .put("version", "1");
        event.putObject("eventData")
                .put("id", "test" + now.toEpochMilli())
                .put("text", Trial.WORDS)
                .put("locationId", Trial.first(source, "channels", "test"))
                .put("createdAt", EarshotJson.time(now));
        return new Trial(
                Map.of("Content-Type", "application/json"), root.toString().getBytes(UTF_8));
    }
}
