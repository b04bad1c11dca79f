package dev.earshot.provider.typeform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
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

/**
 * Typeform: complete responses, as one text of questions and answers, see {@link Answers}. Who answered is not read.
 *
 * @see <a href="https://www.typeform.com/developers/webhooks/example-payload/">Example payload</a>
 * @see <a href="https://www.typeform.com/developers/webhooks/secure-your-webhooks/">Signatures</a>
 */
public final class Typeform implements Provider {

    private static final HmacSignature SIGNATURE = HmacSignature.sha256Base64("Typeform-Signature");
    private static final String RESPONSE = "form_response";

    @Override
    public String name() {
        return "typeform";
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
        JsonNode response = root.path(RESPONSE);
        if (!root.path("event_type").asText("").equals(RESPONSE) || !listensTo(response, source)) {
            return Heard.ignored();
        }
        return response(new Fields(root, ""), Answers.text(response), source, receivedAt);
    }

    /** Channels are forms, by {@code form_id}. */
    private static boolean listensTo(JsonNode response, Source source) {
        Listening listening = Listening.of(source);
        return listening.event(RESPONSE)
                && listening.channel(response.path("form_id").textValue());
    }

    private Heard response(Fields root, String words, Source source, Instant receivedAt) {
        Fields response = root.within(RESPONSE);
        String token = response.id("token");
        if (token == null) {
            response.wrong("token", "is missing");
        }
        MentionDraft draft = Mention.of(source.name(), name(), token == null ? "" : token)
                .title(response.within("definition").text("title"))
                .text(words)
                .createdAt(response.time("submitted_at"));
        if (!root.errors().isEmpty()) {
            return new Heard.Malformed("The response is not as Typeform documents it.", root.errors());
        }
        return words.isEmpty() ? Heard.ignored() : Heard.one(draft.heard(receivedAt));
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Your form, Connect, Webhooks, Add a webhook",
                "Endpoint: " + url,
                "Edit, Secret: one of the source's secrets",
                "Leave partial submissions off, and switch the webhook on");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        event.put("event_type", RESPONSE);
        ObjectNode answer = event.putObject(RESPONSE)
                .put("form_id", Trial.first(source, "channels", "test"))
                .put("token", "test-" + now.toEpochMilli())
                .put("submitted_at", EarshotJson.time(now))
                .putArray("answers")
                .addObject();
        answer.put("type", "text").put("text", Trial.WORDS);
        byte[] body = event.toString().getBytes(UTF_8);
        return new Trial(
                Map.of("Content-Type", "application/json", SIGNATURE.header(), SIGNATURE.sign(source, body)), body);
    }
}
