package dev.earshot.provider.standardwebhooks;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.configuration.StandardWebhooksSecret;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Provider;
import dev.earshot.provider.SourceRules;
import dev.earshot.provider.Trial;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.payload.MentionData;
import dev.earshot.provider.proof.Hmac;
import dev.earshot.provider.proof.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Standard Webhooks, as any in-house tool can send them, and Svix's names for the same headers. The event's {@code data}
 * is the mention, see {@link MentionData}.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">The
 *     specification</a>
 */
public final class StandardWebhooks implements Provider {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SIGNATURE_PREFIX = "v1,";

    @Override
    public String name() {
        return "standard-webhooks";
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any()
                .secret(secret -> StandardWebhooksSecret.key(secret).isPresent()
                        ? Optional.empty()
                        : Optional.of("is not whsec_ and a key in base64; make one of 24 to 64 bytes, whsec_ and what"
                                + " openssl rand -base64 32 prints"));
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        Optional<String> id = header(hook, "id");
        Optional<String> timestamp = header(hook, "timestamp");
        Optional<String> signatures = header(hook, "signature");
        if (id.isEmpty() || timestamp.isEmpty() || signatures.isEmpty()) {
            return new Proof.Refused("webhook-id, webhook-timestamp or webhook-signature is missing");
        }
        if (!fresh(timestamp.get(), now)) {
            return new Proof.Refused("webhook-timestamp is not within 300 seconds of now");
        }
        byte[] signed = (id.get() + "." + timestamp.get() + ".").getBytes(UTF_8);
        List<byte[]> keys = keys(source);
        boolean proven = false;
        for (byte[] signature : signatures(signatures.get())) {
            proven |= Hmac.SHA256.matches(keys, signature, signed, hook.body());
        }
        return Proof.of(proven, "no signature in webhook-signature is valid");
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        return Heard.in(JsonBody.read(hook.body()), root -> heard(root, hook, source, receivedAt));
    }

    private Heard heard(JsonNode root, Hook hook, Source source, Instant receivedAt) {
        if (MentionData.isTrial(root.path("type").asText(root.path("event_type").asText()))) {
            return Heard.ignored();
        }
        Fields event = new Fields(root, "");
        if (!root.path("data").isObject()) {
            event.wrong("data", "is missing");
            return new Heard.Malformed("The event has no data.", event.errors());
        }
        String eventId = header(hook, "id").orElse("");
        return new MentionData(source, name(), event.within("data"), eventId, null).heard(receivedAt);
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Endpoint URL: " + url,
                "Signing secret: one of the source's secrets, whsec_ and base64",
                "Payload: {\"type\", \"timestamp\", \"data\": {\"text\": ...}}, see docs/configuring.md");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        event.put("type", "mention.created").put("timestamp", EarshotJson.time(now));
        event.putObject("data").put("text", Trial.WORDS);
        byte[] body = event.toString().getBytes(UTF_8);
        String id = "msg_test" + now.toEpochMilli();
        String at = Long.toString(now.getEpochSecond());
        String signature = keys(source).stream()
                .map(key -> Hmac.SHA256.sign(key, (id + "." + at + ".").getBytes(UTF_8), body))
                .map(Base64.getEncoder()::encodeToString)
                .findFirst()
                .orElse("");
        return new Trial(
                Map.of(
                        "Content-Type",
                        "application/json",
                        "webhook-id",
                        id,
                        "webhook-timestamp",
                        at,
                        "webhook-signature",
                        SIGNATURE_PREFIX + signature),
                body);
    }

    private static Optional<String> header(Hook hook, String name) {
        return hook.header("webhook-" + name).or(() -> hook.header("svix-" + name));
    }

    private static boolean fresh(String timestamp, Instant now) {
        try {
            long age = Math.abs(now.getEpochSecond() - Long.parseLong(timestamp));
            return age >= 0 && age <= TOLERANCE.toSeconds();
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private static List<byte[]> keys(Source source) {
        return source.secrets().stream()
                .flatMap(secret -> StandardWebhooksSecret.key(secret).stream())
                .toList();
    }

    private static List<byte[]> signatures(String header) {
        List<byte[]> signatures = new ArrayList<>();
        for (String versioned : header.split(" ", 20)) {
            if (versioned.startsWith(SIGNATURE_PREFIX)) {
                decode(versioned.substring(SIGNATURE_PREFIX.length())).ifPresent(signatures::add);
            }
        }
        return signatures;
    }

    private static Optional<byte[]> decode(String base64) {
        try {
            return Optional.of(Base64.getDecoder().decode(base64));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
