package dev.earshot.provider.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Provider;
import dev.earshot.provider.SourceRules;
import dev.earshot.provider.Trial;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.payload.JsonBody;
import dev.earshot.provider.payload.MediaType;
import dev.earshot.provider.proof.PathSecret;
import dev.earshot.provider.proof.Proof;
import java.net.URLEncoder;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A plain HTML form on the company's own site, which browsers send here, or a script of that site with the same fields as
 * JSON, see {@link Submission}. Everybody who sees the form sees its address, so the secret only keeps out who does not.
 */
public final class Form implements Provider {

    private static final String ORIGINS = "allowedOrigins";
    private static final String THANKS = "thanks";
    private static final String URLENCODED = "application/x-www-form-urlencoded";
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]{1,260}");
    private static final int MOST_ORIGINS = 100;

    @Override
    public String name() {
        return "form";
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any()
                .secret(PathSecret::fault)
                .option(ORIGINS, Form::originsFault)
                .option(
                        THANKS,
                        page -> page.isTextual() && Mention.isWebAddress(page.textValue())
                                ? Optional.empty()
                                : Optional.of("is not an http or https address"));
    }

    private static Optional<String> originsFault(JsonNode option) {
        boolean list = option.isArray() && option.size() <= MOST_ORIGINS;
        for (JsonNode origin : option) {
            list &= origin.isTextual() && ORIGIN.matcher(origin.textValue()).matches();
        }
        return list
                ? Optional.empty()
                : Optional.of("is not a list of at most 100 origins such as https://www.example.com");
    }

    @Override
    public boolean secretInPath() {
        return true;
    }

    @Override
    public String challenge() {
        return "Path";
    }

    /** Browsers say on which site a form was, and pages cannot make them lie; other programs can. */
    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        Proof proof = PathSecret.verify(hook, source);
        JsonNode origins = source.options().path(ORIGINS);
        if (proof instanceof Proof.Refused || origins.isMissingNode()) {
            return proof;
        }
        String given = hook.header("origin").orElse("");
        boolean allowed = false;
        for (JsonNode origin : origins) {
            allowed |= origin.asText("").equalsIgnoreCase(given);
        }
        return Proof.of(allowed, "the Origin is not one of those that may send this form");
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        MediaType type = MediaType.of(hook.header("content-type").orElse(URLENCODED));
        JsonBody body;
        if (type.name().equals(URLENCODED)) {
            body = FormBody.read(hook.body());
        } else if (type.isJson()) {
            body = JsonBody.read(hook.body());
        } else {
            return new Heard.Unsupported("A form is sent as " + URLENCODED + ", the usual one, or as JSON.");
        }
        return Heard.in(body, fields -> new Submission(source, fields, receivedAt).heard());
    }

    @Override
    public HookAnswer.Accepted thanks(HookAnswer.Accepted accepted, Source source) {
        String page = source.options().path(THANKS).asText("");
        return Mention.isWebAddress(page) ? accepted.seeOther(page) : accepted;
    }

    @Override
    public List<String> setup(Source source, String url) {
        return List.of(
                "Put a form into your site:",
                "<form method=\"post\" action=\"" + url + "\">",
                "  <textarea name=\"text\" required></textarea> <input name=\"name\"> <input name=\"topic\">",
                "  <input type=\"hidden\" name=\"page\" value=\"the page's address\">",
                "  <input name=\"website\" style=\"display:none\" tabindex=\"-1\" autocomplete=\"off\">",
                "  <button>Send</button>",
                "</form>",
                "Whoever fills in \"website\", which people do not see, is a machine and is not heard",
                "Options: allowedOrigins, your site's origins; thanks, the page to show afterwards");
    }

    @Override
    public Trial trial(Source source, Instant now) {
        String body = "text=" + URLEncoder.encode(Trial.WORDS, UTF_8) + "&id=test-" + now.toEpochMilli();
        Map<String, String> headers = new HashMap<>(Map.of("Content-Type", URLENCODED));
        JsonNode origin = source.options().path(ORIGINS).path(0);
        if (origin.isTextual()) {
            headers.put("Origin", origin.textValue());
        }
        return new Trial(headers, body.getBytes(UTF_8));
    }
}
