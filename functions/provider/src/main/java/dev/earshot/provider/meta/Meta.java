package dev.earshot.provider.meta;

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
import dev.earshot.provider.proof.HmacSignature;
import dev.earshot.provider.proof.Proof;
import dev.earshot.provider.proof.SharedToken;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Meta: Facebook Pages and Instagram. One app serves both, with one secret; the option {@code verifyToken} is what its
 * handshake states. Private messages, which may come by the same webhook, are ignored.
 *
 * @see <a href="https://developers.facebook.com/docs/graph-api/webhooks/getting-started">Webhooks</a>
 */
public final class Meta implements Provider {

    static final String NAME = "meta";

    private static final HmacSignature SIGNATURE = HmacSignature.sha256Hex("X-Hub-Signature-256");
    private static final String VERIFY_TOKEN = "verifyToken";
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_.=-]{1,256}");
    private static final int LONGEST_TOKEN = 256;
    /** What Meta puts into one delivery at most. */
    private static final int MOST_CHANGES = 1_000;

    /** By object and field. */
    private static final Map<String, Function<Change, Heard>> MAPPERS = Map.of(
            "page feed", FacebookMapper::heard,
            "page mention", FacebookMapper::heard,
            "instagram comments", InstagramMapper::heard,
            "instagram mentions", InstagramMapper::heard);

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any().option(VERIFY_TOKEN, Meta::fault);
    }

    private static Optional<String> fault(JsonNode option) {
        boolean token = option.isTextual()
                && !option.textValue().isBlank()
                && option.textValue().length() <= LONGEST_TOKEN;
        return token ? Optional.empty() : Optional.of("is not a text of 1 to 256 characters");
    }

    @Override
    public Optional<HookAnswer> handshake(Hook hook, Source source, Instant now) {
        if (!hook.method().equals("GET")) {
            return Optional.empty();
        }
        String challenge = hook.query().getOrDefault("hub.challenge", "");
        boolean known = SharedToken.same(
                source.options().path(VERIFY_TOKEN).asText(), hook.query().getOrDefault("hub.verify_token", ""));
        boolean subscribes = "subscribe".equals(hook.query().get("hub.mode"))
                && CHALLENGE.matcher(challenge).matches();
        return Optional.of(
                known && subscribes
                        ? new HookAnswer.Handshake(200, Map.of("Content-Type", "text/plain"), challenge)
                        : new HookAnswer.Forbidden("This is no subscription with the source's verifyToken."));
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        return SIGNATURE.verify(hook, source);
    }

    /** Meta takes nothing else for success. */
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
        String object = root.required("object");
        if (!root.has("entry")) {
            root.wrong("entry", "is missing");
        }
        List<Fields> entries = root.items("entry");
        if (!root.errors().isEmpty()) {
            return Change.malformed(root);
        }
        List<Heard> heard = new ArrayList<>();
        for (Fields entry : entries) {
            heard.addAll(heard(entry, object, source, receivedAt));
            if (heard.size() > MOST_CHANGES) {
                return new Heard.Malformed("A delivery has at most " + MOST_CHANGES + " changes.", List.of());
            }
        }
        return Heard.all(heard, "No change is as Meta documents it.");
    }

    private static List<Heard> heard(Fields entry, String object, Source source, Instant receivedAt) {
        List<Change> changes = Change.of(entry, source, receivedAt);
        if (!entry.errors().isEmpty()) {
            return List.of(Change.malformed(entry));
        }
        return changes.isEmpty()
                ? List.of(Heard.ignored())
                : changes.stream().map(change -> heard(object, change)).toList();
    }

    private static Heard heard(String object, Change change) {
        return MAPPERS.getOrDefault(object + " " + change.field(), Change::ignored)
                .apply(change);
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "App dashboard, Webhooks; for Pages the object Page, for Instagram the object Instagram",
                "Callback URL: " + url,
                "Verify token: the source's option verifyToken",
                "Fields: feed and mention for Pages, comments and mentions for Instagram",
                "The source's secret is the app secret (App settings, Basic), one for all Pages of the app",
                "Install the app on each Page: POST /{page-id}/subscribed_apps?subscribed_fields=feed,mention");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode body = EarshotJson.mapper().createObjectNode().put("object", "page");
        ObjectNode entry = body.putArray("entry").addObject();
        ObjectNode change = entry.put("id", Trial.first(source, "accounts", "1"))
                .put("time", now.getEpochSecond())
                .putArray("changes")
                .addObject();
        change.put("field", "feed")
                .putObject("value")
                .put("item", "status")
                .put("verb", "add")
                .put("post_id", Trial.first(source, "channels", "1_" + now.toEpochMilli()))
                .put("created_time", now.getEpochSecond())
                .put("message", Trial.WORDS);
        byte[] bytes = body.toString().getBytes(UTF_8);
        return new Trial(
                Map.of("Content-Type", "application/json", SIGNATURE.header(), SIGNATURE.sign(source, bytes)), bytes);
    }
}
