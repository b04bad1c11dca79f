package dev.earshot.provider.mastodon;

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
import dev.earshot.provider.content.Html;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.proof.HmacSignature;
import dev.earshot.provider.proof.Proof;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Mastodon: public and unlisted statuses of the server's own people, created and updated. Mastodon tells no deletions. What
 * is for followers or for single people is not read, and neither is what somebody merely boosts.
 *
 * @see <a href="https://docs.joinmastodon.org/admin/webhooks/">Webhooks</a>
 */
public final class Mastodon implements Provider {

    private static final HmacSignature SIGNATURE = HmacSignature.sha256Hex("X-Hub-Signature");
    private static final Set<String> EVENTS = Set.of("status.created", "status.updated");
    private static final Set<String> PUBLIC = Set.of("public", "unlisted");

    @Override
    public String name() {
        return "mastodon";
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
        Fields envelope = new Fields(root, "");
        if (!root.path("event").isTextual() || !root.path("object").isObject()) {
            envelope.wrong("event", "is missing, or object is");
            String reason = "The body has another shape than Mastodon's own: the webhook must have no template.";
            return new Heard.Malformed(reason, envelope.errors());
        }
        String event = root.path("event").textValue();
        if (!EVENTS.contains(event) || !isHeard(event, root.path("object"), source)) {
            return Heard.ignored();
        }
        return status(envelope.within("object"), source, receivedAt);
    }

    private static boolean isHeard(String event, JsonNode status, Source source) {
        boolean boost = status.path("reblog").isObject();
        return PUBLIC.contains(status.path("visibility").asText("")) && !boost && listensTo(event, status, source);
    }

    /** Accounts are those that a status mentions, channels its hashtags; one of each is enough. */
    private static boolean listensTo(String event, JsonNode status, Source source) {
        Listening listening = Listening.of(source);
        boolean account = listening.accounts().isEmpty();
        for (JsonNode mentioned : status.path("mentions")) {
            account |= listening.account(mentioned.path("acct").asText(""));
        }
        boolean channel = listening.channels().isEmpty();
        for (JsonNode tag : status.path("tags")) {
            channel |= listening.channel(tag.path("name").asText(""));
        }
        return listening.event(event) && account && channel;
    }

    private Heard status(Fields status, Source source, Instant receivedAt) {
        String id = status.id("id");
        if (id == null) {
            status.wrong("id", "is missing");
        }
        String url = status.text("url");
        String content = status.text("content");
        Instant edited = status.time("edited_at");
        MentionDraft draft = Mention.of(source.name(), name(), id == null ? "" : id)
                .url(url == null ? status.text("uri") : url)
                .author(author(status.within("account")))
                .title(status.text("spoiler_text"))
                .text(content == null ? "" : Html.text(content))
                .language(status.text("language"))
                .createdAt(status.time("created_at"))
                .inReplyTo(status.id("in_reply_to_id"))
                .version(edited == null ? 1 : Math.max(1, edited.toEpochMilli()));
        return status.errors().isEmpty()
                ? Heard.one(draft.heard(receivedAt))
                : new Heard.Malformed("The status is not as Mastodon documents it.", status.errors());
    }

    private static @Nullable Author author(Fields account) {
        Author author = account.author("id", "acct", "display_name");
        boolean bot = account.flag("bot");
        return author != null && bot ? author.of(Author.Kind.BOT) : author;
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Administration, Webhooks, Add endpoint (for administrators of the server)",
                "Endpoint URL: " + url,
                "Enabled events: status.created, status.updated",
                "Template: leave it empty",
                "Secret: Mastodon makes one; it is on the webhook's page. Make it the source's secret");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        event.put("event", Trial.first(source, "events", "status.created")).put("created_at", EarshotJson.time(now));
        ObjectNode status = event.putObject("object")
                .put("id", Long.toString(now.toEpochMilli()))
                .put("created_at", EarshotJson.time(now))
                .put("visibility", "public")
                .put("content", "<p>" + Trial.WORDS + "</p>");
        status.putArray("mentions").addObject().put("acct", Trial.first(source, "accounts", "test"));
        status.putArray("tags").addObject().put("name", Trial.first(source, "channels", "test"));
        byte[] body = event.toString().getBytes(UTF_8);
        return new Trial(
                Map.of("Content-Type", "application/json", SIGNATURE.header(), SIGNATURE.sign(source, body)), body);
    }
}
