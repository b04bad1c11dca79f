package dev.earshot.ingest.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.ingest.hook.Hook;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Standard Webhooks, as any in-house tool can send them, and Svix's names for the same headers. The event's {@code data}
 * is the mention: {@code text}, and where known {@code id, url, title, createdAt, language, author {id, handle, name},
 * inReplyTo, version, deleted}.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">The
 *     specification</a>
 */
public final class StandardWebhooks implements Provider {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final String SECRET_PREFIX = "whsec_";
    private static final String SIGNATURE_PREFIX = "v1,";
    /** A deletion that states no version deletes whatever is there, however the sender counts. */
    private static final long LAST_VERSION = Long.MAX_VALUE;

    private static final Set<String> NO_MENTION = Set.of("ping", "test", "webhook.ping", "webhook.test");

    @Override
    public String name() {
        return "standard-webhooks";
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
            proven |= Hmac.matches(keys, signature, signed, hook.body());
        }
        return Proof.of(proven, "no signature in webhook-signature is valid");
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        JsonBody body = JsonBody.read(hook.body());
        if (body instanceof JsonBody.Unreadable unreadable) {
            return new Heard.Malformed(unreadable.reason(), List.of());
        }
        JsonNode root = ((JsonBody.Parsed) body).root();
        if (NO_MENTION.contains(root.path("type").asText(root.path("event_type").asText()))) {
            return Heard.ignored();
        }
        Fields event = new Fields(root, "");
        if (!root.path("data").isObject()) {
            event.wrong("data", "is missing");
            return new Heard.Malformed("The event has no data.", event.errors());
        }
        return mention(hook, source, receivedAt, event);
    }

    private Heard mention(Hook hook, Source source, Instant receivedAt, Fields event) {
        Fields data = event.within("data");
        boolean deleted = data.flag("deleted");
        String id = data.id("id");
        if (deleted && id == null) {
            data.wrong("id", "is missing: a deletion says what is deleted");
        }
        String externalId = id == null ? header(hook, "id").orElse("") : id;
        if (!Fields.isExternalId(externalId)) {
            data.wrong("id", "is missing, and webhook-id cannot stand in for it");
        }
        Long version = data.version("version");
        MentionDraft draft = Mention.of(source.name(), name(), externalId)
                .version(version == null ? 1 : version)
                .url(url(data))
                .title(data.text("title"))
                .text(deleted ? "" : data.required("text"))
                .author(data.within("author").author("id", "handle", "name"))
                .language(data.text("language"))
                .createdAt(data.time("createdAt"))
                .inReplyTo(data.id("inReplyTo"));
        if (!data.errors().isEmpty()) {
            return new Heard.Malformed("The event's data is not a mention.", data.errors());
        }
        if (!deleted) {
            return Heard.one(draft.heard(receivedAt));
        }
        return Heard.one(draft.version(version == null ? LAST_VERSION : version).deleted(receivedAt));
    }

    private static @Nullable String url(Fields data) {
        String url = data.text("url");
        if (url != null && !url.isBlank() && !Mention.isWebAddress(url)) {
            data.wrong("url", "is not an http or https address of at most 2,048 characters");
        }
        return url;
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
        List<byte[]> keys = new ArrayList<>();
        for (String secret : source.secrets()) {
            String encoded = secret.startsWith(SECRET_PREFIX) ? secret.substring(SECRET_PREFIX.length()) : secret;
            decode(encoded).ifPresent(keys::add);
        }
        return keys;
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
