package dev.earshot.provider.zendesk;

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
import dev.earshot.provider.payload.Fields;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.payload.MentionData;
import dev.earshot.provider.proof.Hmac;
import dev.earshot.provider.proof.HmacSignature;
import dev.earshot.provider.proof.Proof;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Zendesk: what customers and agents write in tickets, publicly. Event subscriptions have Zendesk's shape, see
 * {@link TicketEvent}; webhooks of triggers have a body that an administrator writes, which is read as
 * {@link MentionData} when it has a {@code text}.
 *
 * @see <a href="https://developer.zendesk.com/documentation/webhooks/verifying/">Signatures</a>
 * @see <a href="https://developer.zendesk.com/api-reference/webhooks/event-types/ticket-events/">Events of tickets</a>
 */
public final class Zendesk implements Provider {

    /** Part of the address {@code https://NAME.zendesk.com}, for links to tickets. */
    static final String SUBDOMAIN = "subdomain";

    private static final HmacSignature SIGNATURE =
            new HmacSignature("X-Zendesk-Webhook-Signature", "", Hmac.SHA256, HmacSignature.Encoding.BASE64);
    private static final String SIGNED_AT = "X-Zendesk-Webhook-Signature-Timestamp";
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final Pattern HOST_LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");

    @Override
    public String name() {
        return "zendesk";
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any()
                .option(
                        SUBDOMAIN,
                        value -> HOST_LABEL.matcher(value.asText("")).matches()
                                ? Optional.empty()
                                : Optional.of("is not the NAME of https://NAME.zendesk.com"));
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        return signedAt(hook).filter(at -> isFresh(at, now)).isPresent()
                ? signature(hook, source)
                : new Proof.Refused(SIGNED_AT + " is missing or not within 300 seconds of now");
    }

    /** Whether body and timestamp, whatever it says, are signed. The secret is the key as it is shown, not what it encodes. */
    static Proof signature(Hook hook, Source source) {
        byte[] signedAt = signedAt(hook).orElse("").getBytes(UTF_8);
        return SIGNATURE.verify(hook, HmacSignature.keys(source), signedAt, hook.body());
    }

    private static Optional<String> signedAt(Hook hook) {
        return hook.header(SIGNED_AT.toLowerCase(Locale.ROOT));
    }

    private static boolean isFresh(String timestamp, Instant now) {
        try {
            Duration age = Duration.between(OffsetDateTime.parse(timestamp).toInstant(), now);
            return age.abs().compareTo(TOLERANCE) <= 0;
        } catch (DateTimeException | ArithmeticException e) {
            return false;
        }
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        return Heard.in(JsonBody.read(hook.body()), root -> heard(root, hook, source, receivedAt));
    }

    private Heard heard(JsonNode root, Hook hook, Source source, Instant receivedAt) {
        String type = root.path("type").asText("");
        if (type.startsWith(TicketEvent.PREFIX)) {
            return new TicketEvent(source, root, receivedAt).heard(type);
        } else if (!root.has("text") && !root.path("deleted").asBoolean()) {
            return Heard.ignored();
        }
        String invocation = hook.header("x-zendesk-webhook-invocation-id").orElse("");
        return new MentionData(source, name(), new Fields(root, ""), invocation, null).heard(receivedAt);
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Admin Center, Apps and integrations, Webhooks, Create webhook, Zendesk events",
                "Endpoint URL: " + url,
                "Request method and format: POST, JSON",
                "Events: ticket created, description changed, soft deleted, undeleted, permanently deleted;"
                        + " comment added, comment redacted, comment made private",
                "Secret: Zendesk makes one when the webhook is saved; reveal it there and make it the source's secret");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        String type = Trial.first(source, "events", "ticket.comment_added");
        event.put("type", type.startsWith(TicketEvent.PREFIX) ? type : TicketEvent.PREFIX + type)
                .put("time", EarshotJson.time(now))
                .put("account_id", Trial.first(source, "accounts", "1"));
        ObjectNode ticket = event.putObject("detail").put("id", now.toEpochMilli());
        ticket.put("description", Trial.WORDS)
                .putObject("via")
                .put("channel", Trial.first(source, "channels", "web_service"));
        ObjectNode comment = event.putObject("event").putObject("comment");
        comment.put("id", now.toEpochMilli()).put("is_public", true).put("body", Trial.WORDS);
        byte[] body = event.toString().getBytes(UTF_8);
        String at = EarshotJson.time(now);
        String signature = HmacSignature.keys(source).stream()
                .findFirst()
                .map(key -> SIGNATURE.sign(key, at.getBytes(UTF_8), body))
                .orElse("");
        return new Trial(
                Map.of("Content-Type", "application/json", SIGNED_AT, at, SIGNATURE.header(), signature), body);
    }
}
