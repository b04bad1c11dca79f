package dev.earshot.ingest.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.ingest.hook.Hook;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * GitHub: issues, issue comments, discussions and discussion comments, created, edited and deleted.
 *
 * <p>GitHub counts issues, comments and discussions each for themselves, so an external id says which it is:
 * {@code issue-1}, {@code issue-comment-2}, {@code discussion-3}, {@code discussion-comment-4}.
 *
 * @see <a href="https://docs.github.com/en/webhooks/webhook-events-and-payloads">Events and payloads</a>
 * @see <a href="https://docs.github.com/en/webhooks/using-webhooks/validating-webhook-deliveries">Signatures</a>
 */
public final class GitHub implements Provider {

    private static final String SIGNATURE_PREFIX = "sha256=";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String FORM_FIELD = "payload=";
    private static final Set<String> SAID = Set.of("opened", "created", "edited");
    private static final String DELETED = "deleted";

    /** Event name to the member that holds what was said and the prefix of its external id. */
    private static final Map<String, Kind> KINDS = Map.of(
            "issues", new Kind("issue", "issue-"),
            "issue_comment", new Kind("comment", "issue-comment-"),
            "discussion", new Kind("discussion", "discussion-"),
            "discussion_comment", new Kind("comment", "discussion-comment-"));

    private record Kind(String member, String prefix) {}

    @Override
    public String name() {
        return "github";
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        Optional<String> header = hook.header("x-hub-signature-256");
        if (header.isEmpty() || !header.get().startsWith(SIGNATURE_PREFIX)) {
            return new Proof.Refused("X-Hub-Signature-256 is missing or has another scheme than sha256");
        }
        List<byte[]> keys =
                source.secrets().stream().map(secret -> secret.getBytes(UTF_8)).toList();
        try {
            byte[] signature = HexFormat.of().parseHex(header.get().substring(SIGNATURE_PREFIX.length()));
            return Proof.of(Hmac.matches(keys, signature, hook.body()), "X-Hub-Signature-256 is not valid");
        } catch (IllegalArgumentException e) {
            return new Proof.Refused("X-Hub-Signature-256 is not hexadecimal");
        }
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        JsonBody body = body(hook);
        if (body instanceof JsonBody.Unreadable unreadable) {
            return new Heard.Malformed(unreadable.reason(), List.of());
        }
        JsonNode root = ((JsonBody.Parsed) body).root();
        Kind kind = KINDS.get(hook.header("x-github-event").orElse(""));
        String action = root.path("action").asText();
        if (kind == null || !(SAID.contains(action) || action.equals(DELETED))) {
            return Heard.ignored();
        }
        return mention(kind, action.equals(DELETED), source, receivedAt, new Fields(root, ""));
    }

    private Heard mention(Kind kind, boolean deleted, Source source, Instant receivedAt, Fields event) {
        Fields said = event.within(kind.member());
        String id = said.id("id", kind.prefix());
        if (id == null) {
            said.wrong("id", "is missing");
        }
        Instant changed = said.time("updated_at");
        MentionDraft draft = Mention.of(source.name(), name(), id == null ? "" : id)
                .url(said.text("html_url"))
                .author(said.within("user").author("id", "login", "name"))
                .title(said.text("title"))
                .text(said.text("body"))
                .createdAt(said.time("created_at"))
                .inReplyTo(inReplyTo(kind, event, said))
                .version(changed == null ? 1 : Math.max(1, changed.toEpochMilli()));
        if (!event.errors().isEmpty()) {
            return new Heard.Malformed("The event is not as GitHub documents it.", event.errors());
        }
        return Heard.one(deleted ? draft.deleted(receivedAt) : draft.heard(receivedAt));
    }

    private static @Nullable String inReplyTo(Kind kind, Fields event, Fields said) {
        if (!kind.member().equals("comment")) {
            return null;
        }
        if (kind.prefix().equals("issue-comment-")) {
            return event.within("issue").id("id", "issue-");
        }
        String parent = said.id("parent_id", "discussion-comment-");
        return parent != null ? parent : event.within("discussion").id("id", "discussion-");
    }

    /** The JSON, which a hook of content type "form" wraps in a field. */
    private static JsonBody body(Hook hook) {
        if (!hook.header("content-type").orElse("").toLowerCase(Locale.ROOT).startsWith(FORM)) {
            return JsonBody.read(hook.body());
        }
        for (String field : new String(hook.body(), UTF_8).split("&", 10)) {
            if (field.startsWith(FORM_FIELD)) {
                try {
                    return JsonBody.read(URLDecoder.decode(field.substring(FORM_FIELD.length()), UTF_8));
                } catch (IllegalArgumentException e) {
                    return new JsonBody.Unreadable("The form's payload is not encoded as forms are.");
                }
            }
        }
        return new JsonBody.Unreadable("The form has no payload.");
    }
}
