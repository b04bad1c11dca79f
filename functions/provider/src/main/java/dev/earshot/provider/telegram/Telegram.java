package dev.earshot.provider.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.Provider;
import dev.earshot.provider.SourceRules;
import dev.earshot.provider.Trial;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.proof.Proof;
import dev.earshot.provider.proof.SharedToken;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Telegram: messages in groups and posts in channels that a bot was added to. Telegram signs nothing; a secret comes back
 * in a header as it was given to {@code setWebhook}. It tells bots of no deletions.
 *
 * @see <a href="https://core.telegram.org/bots/api#setwebhook">setWebhook</a>
 */
public final class Telegram implements Provider {

    static final String NAME = "telegram";

    private static final String HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final List<String> NEW = List.of("message", "channel_post");
    private static final List<String> EDITED = List.of("edited_message", "edited_channel_post");

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any()
                .secret(secret -> SECRET.matcher(secret).matches()
                        ? Optional.empty()
                        : Optional.of("is not 1 to 256 of A-Z, a-z, 0-9, _ and -, which is all that Telegram takes"));
    }

    @Override
    public String challenge() {
        return "Token";
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        String token = hook.header("x-telegram-bot-api-secret-token").orElse("");
        return Proof.of(SharedToken.matches(source, token), HEADER + " is missing or not valid");
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        return Heard.in(JsonBody.read(hook.body()), root -> heard(root, source, receivedAt));
    }

    private Heard heard(JsonNode root, Source source, Instant receivedAt) {
        Fields update = new Fields(root, "");
        Listening listening = Listening.of(source);
        for (String kind : NEW) {
            if (update.has(kind) && listening.event(kind)) {
                return message(update, kind, source, receivedAt).said();
            }
        }
        for (String kind : EDITED) {
            if (update.has(kind) && listening.event(kind)) {
                return message(update, kind, source, receivedAt).edited();
            }
        }
        return Heard.ignored();
    }

    private static Message message(Fields update, String kind, Source source, Instant receivedAt) {
        Long number = update.has("update_id") ? update.version("update_id") : Long.valueOf(0);
        return new Message(source, number == null ? 0 : number, update.within(kind), receivedAt);
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Call setWebhook of the Bot API with url " + url,
                "secret_token: one of the source's secrets",
                "allowed_updates: [\"message\", \"edited_message\", \"channel_post\", \"edited_channel_post\"]",
                "Add the bot to groups and channels; turn its privacy mode off (@BotFather, /setprivacy), or it hears"
                        + " only what is addressed to it");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode body = EarshotJson.mapper().createObjectNode().put("update_id", now.getEpochSecond());
        ObjectNode message = body.putObject("message").put("message_id", now.getEpochSecond());
        message.put("date", now.getEpochSecond()).put("text", Trial.WORDS);
        message.putObject("chat")
                .put("id", Trial.first(source, "channels", "-1"))
                .put("type", "supergroup");
        message.putObject("from").put("id", 1).put("is_bot", false).put("first_name", "Earshot");
        String secret = source.secrets().isEmpty() ? "" : source.secrets().get(0);
        return new Trial(
                Map.of("Content-Type", "application/json", HEADER, secret),
                body.toString().getBytes(UTF_8));
    }
}
