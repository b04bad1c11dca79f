package dev.earshot.provider.discourse;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.Provider;
import dev.earshot.provider.Trial;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.proof.HmacSignature;
import dev.earshot.provider.proof.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Discourse: posts, created, edited, destroyed and recovered. Events of topics are ignored: a topic's title and words come
 * with its first post, and a deleted topic deletes that post.
 */
public final class Discourse implements Provider {

    private static final HmacSignature SIGNATURE = HmacSignature.sha256Hex("X-Discourse-Event-Signature");
    private static final String EVENT = "x-discourse-event";
    private static final Set<String> EVENTS = Set.of("post_created", "post_edited", "post_destroyed", "post_recovered");

    @Override
    public String name() {
        return "discourse";
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        return SIGNATURE.verify(hook, source);
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        // A hook of content type "form" sends the same JSON.
        return Heard.in(JsonBody.read(hook.body()), root -> heard(root, hook, source, receivedAt));
    }

    private Heard heard(JsonNode root, Hook hook, Source source, Instant receivedAt) {
        String event = hook.header(EVENT).orElse("");
        if (!EVENTS.contains(event) || !listensTo(event, root.path("post"), source)) {
            return Heard.ignored();
        }
        Fields fields = new Fields(root, "");
        if (!root.path("post").isObject()) {
            fields.wrong("post", "is missing");
            return new Heard.Malformed("The event has no post.", fields.errors());
        }
        String instance = hook.header("x-discourse-instance").orElse("");
        return new Post(source, fields.within("post"), instance, receivedAt).heard(event);
    }

    /** Channels are categories, by number or by short name. */
    private static boolean listensTo(String event, JsonNode post, Source source) {
        Listening listening = Listening.of(source);
        String number = post.path("category_id").asText("");
        String slug = post.path("category_slug").asText("");
        // A destroyed topic no longer tells its category, and what is deleted must go wherever it was.
        boolean goes = event.equals("post_destroyed") && number.isEmpty() && slug.isEmpty();
        return listening.event(event) && (goes || listening.channel(number) || listening.channel(slug));
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Admin, Advanced, Webhooks, New webhook",
                "Payload URL: " + url,
                "Content type: application/json",
                "Secret: one of the source's secrets",
                "Events: post is created, edited, destroyed, recovered; no topic events",
                "Admin, Settings: switch retry_web_hook_events on, or failed deliveries are lost");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        event.putObject("post")
                .put("id", now.toEpochMilli())
                .put("cooked", "<p>" + Trial.WORDS + "</p>")
                .put("created_at", EarshotJson.time(now))
                .put("version", 1)
                .put("post_type", 1)
                .put("category_slug", Trial.first(source, "channels", "test"))
                .put("topic_archetype", "regular");
        byte[] body = event.toString().getBytes(UTF_8);
        return new Trial(
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-Discourse-Event-Type",
                        "post",
                        "X-Discourse-Event",
                        Trial.first(source, "events", "post_created"),
                        SIGNATURE.header(),
                        SIGNATURE.sign(source, body)),
                body);
    }
}
