package dev.earshot.provider.slack;

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
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.proof.Hmac;
import dev.earshot.provider.proof.HmacSignature;
import dev.earshot.provider.proof.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Slack: messages of the channels that an app was added to, by the Events API. The option {@code workspace} is the name
 * in the workspace's address, which makes links to messages. Repeated deliveries are taken like first ones: the first may
 * have failed.
 *
 * @see <a href="https://docs.slack.dev/apis/events-api/">The Events API</a>
 */
public final class Slack implements Provider {

    static final String NAME = "slack";
    static final String WORKSPACE = "workspace";

    private static final HmacSignature SIGNATURE =
            new HmacSignature("X-Slack-Signature", "v0=", Hmac.SHA256, HmacSignature.Encoding.HEX);
    private static final String TIMESTAMP = "X-Slack-Request-Timestamp";
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,11}");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern NAME_OF_WORKSPACE = Pattern.compile("[a-z0-9-]{1,63}(\\.enterprise)?");
    private static final int LARGEST_HANDSHAKE = 4_096;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any().option(WORKSPACE, Slack::fault);
    }

    private static Optional<String> fault(JsonNode option) {
        return NAME_OF_WORKSPACE.matcher(option.asText()).matches()
                ? Optional.empty()
                : Optional.of("is not the name in a workspace's address, such as acme in acme.slack.com");
    }

    /** Slack signs it like any other delivery, so what is not proven is left to the proof to refuse. */
    @Override
    public Optional<HookAnswer> handshake(Hook hook, Source source, Instant now) {
        boolean small = hook.method().equals("POST") && hook.body().length <= LARGEST_HANDSHAKE;
        if (!small || !(verify(hook, source, now) instanceof Proof.Proven)) {
            return Optional.empty();
        }
        if (!(JsonBody.read(hook.body()) instanceof JsonBody.Parsed body)) {
            return Optional.empty();
        }
        boolean asked = body.root().path("type").asText().equals("url_verification");
        String challenge = body.root().path("challenge").asText();
        return asked
                ? Optional.of(new HookAnswer.Handshake(200, Map.of("Content-Type", "text/plain"), challenge))
                : Optional.empty();
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        String timestamp = hook.header("x-slack-request-timestamp").orElse("");
        if (!SECONDS.matcher(timestamp).matches()
                || Math.abs(now.getEpochSecond() - Long.parseLong(timestamp)) > TOLERANCE.toSeconds()) {
            return new Proof.Refused(TIMESTAMP + " is missing, or not within 300 seconds of now");
        }
        return SIGNATURE.verify(hook, HmacSignature.keys(source), signedHead(timestamp), hook.body());
    }

    private static byte[] signedHead(String timestamp) {
        return ("v0:" + timestamp + ":").getBytes(UTF_8);
    }

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
        Fields event = root.within("event");
        if (!root.scalar("type").equals("event_callback")
                || !event.scalar("type").equals("message")) {
            return Heard.ignored();
        }
        return new MessageEvent(source, root.id("team_id"), event, receivedAt).heard();
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "api.slack.com/apps, your app, Event Subscriptions, Enable Events",
                "Request URL: " + url,
                "Bot events: message.channels; message.groups for private channels that the option channels names",
                "The source's secret is the signing secret (Basic Information, App Credentials)",
                "Invite the app to each channel that it is to listen to");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        String at = Long.toString(now.getEpochSecond());
        ObjectNode body = EarshotJson.mapper().createObjectNode();
        body.put("type", "event_callback")
                .put("team_id", Trial.first(source, "accounts", "T0"))
                .putObject("event")
                .put("type", "message")
                .put("channel", Trial.first(source, "channels", "C0"))
                .put("channel_type", "channel")
                .put("user", "U0")
                .put("ts", at + ".000001")
                .put("text", Trial.WORDS);
        byte[] bytes = body.toString().getBytes(UTF_8);
        String signature = HmacSignature.keys(source).stream()
                .map(key -> SIGNATURE.sign(key, signedHead(at), bytes))
                .findFirst()
                .orElse("");
        return new Trial(
                Map.of("Content-Type", "application/json", TIMESTAMP, at, SIGNATURE.header(), signature), bytes);
    }
}
