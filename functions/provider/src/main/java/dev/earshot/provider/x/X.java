package dev.earshot.provider.x;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Provider;
import dev.earshot.provider.Trial;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.proof.HmacSignature;
import dev.earshot.provider.proof.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * X: the X Activity API, filtered stream webhooks, and the deprecated Account Activity API. Secrets are the app's consumer
 * secrets; the first answers the challenge-response check.
 *
 * @see <a href="https://docs.x.com/x-api/webhooks/introduction">Webhooks</a>
 */
public final class X implements Provider {

    static final String NAME = "x";

    private static final HmacSignature SIGNATURE = HmacSignature.sha256Base64("X-Twitter-Webhooks-Signature");
    private static final String TOKEN = "crc_token";
    /**
     * Anybody may ask for the check, and its answer is what would prove a delivery of that very text. No body can be
     * made of these characters: JSON objects have braces.
     */
    private static final Pattern HARMLESS = Pattern.compile("[ -z|~]{1,1024}");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<HookAnswer> handshake(Hook hook, Source source, Instant now) {
        String token = hook.query().get(TOKEN);
        if (!hook.method().equals("GET") || token == null) {
            return Optional.empty();
        }
        List<byte[]> keys = HmacSignature.keys(source);
        if (keys.isEmpty() || !HARMLESS.matcher(token).matches()) {
            return Optional.of(new HookAnswer.Forbidden("This crc_token is not signed."));
        }
        String response = SIGNATURE.sign(keys.get(0), token.getBytes(UTF_8));
        ObjectNode body = EarshotJson.mapper().createObjectNode().put("response_token", response);
        return Optional.of(new HookAnswer.Handshake(200, Map.of("Content-Type", "application/json"), body.toString()));
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        return SIGNATURE.verify(hook, source);
    }

    /** X takes nothing else for success. */
    @Override
    public HookAnswer.Accepted thanks(HookAnswer.Accepted accepted, Source source) {
        return accepted.ok();
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        return Heard.in(JsonBody.read(hook.body()), body -> heard(body, source, receivedAt));
    }

    private Heard heard(JsonNode body, Source source, Instant receivedAt) {
        Fields root = new Fields(body, "");
        Posts posts = new Posts(source, receivedAt);
        Fields data = root.within("data");
        if (data.has("event_type")) {
            return posts.activity(data);
        } else if (root.has("data")) {
            return posts.streamed(root);
        }
        return new AccountActivity(posts).heard(root);
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Register the webhook by POST /2/webhooks with {\"url\": \"" + url + "\"}; X takes no port in it",
                "The source's secret is the app's consumer secret (API key secret)",
                "X Activity API: subscribe to post.mention.create, post.reply.create, post.quote.create and"
                        + " post.delete",
                "Filtered stream: link the webhook with expansions=author_id, user.fields=username,name,protected and"
                        + " tweet.fields=created_at,lang,in_reply_to_user_id,referenced_tweets,entities,note_tweet,"
                        + "edit_history_tweet_ids");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode body = EarshotJson.mapper().createObjectNode();
        ObjectNode event =
                body.putObject("data").put("event_type", Trial.first(source, "events", "post.mention.create"));
        event.put("tag", Trial.first(source, "channels", "earshot"))
                .putObject("filter")
                .put("user_id", Trial.first(source, "accounts", "1"));
        event.putObject("payload")
                .put("id", Long.toString(now.toEpochMilli()))
                .put("author_id", "1")
                .put("created_at", EarshotJson.time(now))
                .put("text", Trial.WORDS);
        byte[] bytes = body.toString().getBytes(UTF_8);
        return new Trial(
                Map.of("Content-Type", "application/json", SIGNATURE.header(), SIGNATURE.sign(source, bytes)), bytes);
    }
}
