package dev.earshot.provider.github;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.Provider;
import dev.earshot.provider.Trial;
import dev.earshot.provider.content.Markdown;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.proof.HmacSignature;
import dev.earshot.provider.proof.Proof;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private static final HmacSignature SIGNATURE = HmacSignature.sha256Hex("X-Hub-Signature-256");
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
        return SIGNATURE.verify(hook, source);
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        return Heard.in(body(hook), root -> heard(root, hook, source, receivedAt));
    }

    private Heard heard(JsonNode root, Hook hook, Source source, Instant receivedAt) {
        String event = hook.header("x-github-event").orElse("");
        Kind kind = KINDS.get(event);
        String action = root.path("action").asText();
        if (kind == null || !(SAID.contains(action) || action.equals(DELETED)) || !listensTo(event, root, source)) {
            return Heard.ignored();
        }
        return mention(kind, action.equals(DELETED), source, receivedAt, new Fields(root, ""));
    }

    /** Accounts are the owners of repositories, channels the repositories, {@code owner/name}. */
    private static boolean listensTo(String event, JsonNode root, Source source) {
        Listening listening = Listening.of(source);
        return listening.event(event)
                && listening.account(root.at("/repository/owner/login").textValue())
                && listening.channel(root.at("/repository/full_name").textValue());
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
                .author(author(said.within("user")))
                .title(said.text("title"))
                .text(readable(said.text("body")))
                .createdAt(said.time("created_at"))
                .inReplyTo(inReplyTo(kind, event, said))
                .version(changed == null ? 1 : Math.max(1, changed.toEpochMilli()));
        if (!event.errors().isEmpty()) {
            return new Heard.Malformed("The event is not as GitHub documents it.", event.errors());
        }
        return Heard.one(deleted ? draft.deleted(receivedAt) : draft.heard(receivedAt));
    }

    private static @Nullable String readable(@Nullable String markdown) {
        return markdown == null ? null : Markdown.text(markdown);
    }

    private static @Nullable Author author(Fields user) {
        Author author = user.author("id", "login", "name");
        return author != null && "Bot".equals(user.text("type")) ? author.of(Author.Kind.BOT) : author;
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

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Repository or organisation, Settings, Webhooks, Add webhook",
                "Payload URL: " + url,
                "Content type: application/json",
                "Secret: one of the source's secrets",
                "Events: Issues, Issue comments, Discussions, Discussion comments");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        event.put("action", "opened");
        event.putObject("repository")
                .put("full_name", Trial.first(source, "channels", "acme/test"))
                .putObject("owner")
                .put("login", Trial.first(source, "accounts", "acme"));
        event.putObject("issue")
                .put("id", now.toEpochMilli())
                .put("body", Trial.WORDS)
                .put("created_at", EarshotJson.time(now));
        byte[] body = event.toString().getBytes(UTF_8);
        return new Trial(
                Map.of(
                        "Content-Type",
                        "application/json",
                        "X-GitHub-Event",
                        "issues",
                        SIGNATURE.header(),
                        SIGNATURE.sign(source, body)),
                body);
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
