package dev.earshot.provider.intercom;

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
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.proof.Hmac;
import dev.earshot.provider.proof.HmacSignature;
import dev.earshot.provider.proof.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Intercom: conversations that begin, are answered, redacted and deleted. What the company's own people and bots answer is
 * marked as theirs; their internal notes are never read. Intercom signs with SHA-1 and nothing else.
 *
 * @see <a href="https://developers.intercom.com/docs/webhooks/webhook-notifications">Notifications</a>
 */
public final class Intercom implements Provider {

    private static final HmacSignature SIGNATURE =
            new HmacSignature("X-Hub-Signature", "sha1=", Hmac.SHA1, HmacSignature.Encoding.HEX);

    @Override
    public String name() {
        return "intercom";
    }

    /** Intercom asks by HEAD whether the address answers before it saves it. */
    @Override
    public Optional<HookAnswer> handshake(Hook hook, Source source, Instant now) {
        return hook.method().equals("HEAD")
                ? Optional.of(new HookAnswer.Handshake(200, Map.of(), ""))
                : Optional.empty();
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        return SIGNATURE.verify(hook, source);
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        return Heard.in(JsonBody.read(hook.body()), root -> heard(root, source, receivedAt));
    }

    private Heard heard(JsonNode root, Source source, Instant receivedAt) {
        String topic = root.path("topic").asText("");
        if (!Conversation.TOPICS.contains(topic) || !listensTo(topic, root, source)) {
            return Heard.ignored();
        }
        Fields data = new Fields(root, "").within("data");
        if (!root.at("/data/item").isObject()) {
            data.wrong("item", "is missing");
            return new Heard.Malformed("The notification has no item.", data.errors());
        }
        return new Conversation(source, root.at("/data/item"), receivedAt).heard(topic);
    }

    /** Accounts are workspaces, by {@code app_id}; channels are the ways that conversations come by, such as {@code email}. */
    private static boolean listensTo(String topic, JsonNode root, Source source) {
        Listening listening = Listening.of(source);
        return listening.event(topic)
                && listening.account(root.path("app_id").textValue())
                && (Conversation.DELETIONS.contains(topic)
                        || listening.channel(root.at("/data/item/source/type").textValue()));
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Developer Hub, your app, Configure, Webhooks",
                "Endpoint URL: " + url,
                "Topics: conversation.user.created, conversation.user.replied, conversation.admin.replied,"
                        + " conversation_part.redacted, conversation.deleted",
                "Secret: the app's client secret (Basic information) is the source's secret");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        event.put("type", "notification_event")
                .put("topic", Trial.first(source, "events", "conversation.user.created"))
                .put("app_id", Trial.first(source, "accounts", "test"));
        ObjectNode item = event.putObject("data").putObject("item");
        item.put("type", "conversation").put("id", now.toEpochMilli()).put("created_at", now.getEpochSecond());
        String words = "<p>" + Trial.WORDS + "</p>";
        item.putObject("source")
                .put("type", Trial.first(source, "channels", "conversation"))
                .put("body", words);
        ObjectNode part = item.putObject("conversation_parts")
                .putArray("conversation_parts")
                .addObject();
        part.put("id", now.toEpochMilli()).put("part_type", "comment").put("body", words);
        byte[] body = event.toString().getBytes(UTF_8);
        return new Trial(
                Map.of("Content-Type", "application/json", SIGNATURE.header(), SIGNATURE.sign(source, body)), body);
    }
}
