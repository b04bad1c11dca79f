package dev.earshot.provider.websub;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Provider;
import dev.earshot.provider.SourceRules;
import dev.earshot.provider.Trial;
import dev.earshot.provider.feed.Feed;
import dev.earshot.provider.feed.FeedMentions;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.proof.Hmac;
import dev.earshot.provider.proof.HmacSignature;
import dev.earshot.provider.proof.HmacSignature.Encoding;
import dev.earshot.provider.proof.Proof;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * WebSub: YouTube's videos, and any Atom or RSS feed that has a hub. The hub signs with the secret that it was given when
 * the topic was subscribed to, by the method of its choice.
 *
 * @see <a href="https://www.w3.org/TR/websub/">WebSub</a>
 * @see <a href="https://developers.google.com/youtube/v3/guides/push_notifications">YouTube's notifications</a>
 */
public final class WebSub implements Provider {

    private static final String HEADER = "X-Hub-Signature";
    private static final int LONGEST_SECRET = 199;

    /** Each method by what stands before the digest. */
    private static final Map<String, HmacSignature> METHODS = Map.of(
            "sha1=", new HmacSignature(HEADER, "sha1=", Hmac.SHA1, Encoding.HEX),
            "sha256=", new HmacSignature(HEADER, "sha256=", Hmac.SHA256, Encoding.HEX),
            "sha384=", new HmacSignature(HEADER, "sha384=", Hmac.SHA384, Encoding.HEX),
            "sha512=", new HmacSignature(HEADER, "sha512=", Hmac.SHA512, Encoding.HEX));

    private static final String TRIED = "sha256=";

    @Override
    public String name() {
        return "websub";
    }

    @Override
    public SourceRules rules() {
        return SourceRules.any().secret(WebSub::secretFault).required(Topics.OPTION, Topics::fault);
    }

    private static Optional<String> secretFault(String secret) {
        return secret.getBytes(UTF_8).length <= LONGEST_SECRET
                ? Optional.empty()
                : Optional.of("is longer than the 199 bytes that hubs take");
    }

    @Override
    public Optional<HookAnswer> handshake(Hook hook, Source source, Instant now) {
        return VerificationOfIntent.answer(hook, Topics.of(source));
    }

    @Override
    public Proof verify(Hook hook, Source source, Instant now) {
        String signature = hook.header("x-hub-signature").orElse("");
        HmacSignature method = METHODS.get(signature.substring(0, signature.indexOf('=') + 1));
        return method == null
                ? new Proof.Refused(HEADER + " is missing or has another method than sha1, sha256, sha384 and sha512")
                : method.verify(hook, source);
    }

    @Override
    public Heard parse(Hook hook, Source source, Instant receivedAt) {
        return FeedMentions.heard(hook.body(), source, receivedAt);
    }

    @Override
    public List<String> setup(Source source, String url) {
        List<String> lines = new ArrayList<>();
        lines.add("Earshot asks the hubs by itself, and renews; nothing is to be entered where that works");
        lines.add("By hand, at the topic's hub (YouTube: https://pubsubhubbub.appspot.com/subscribe):");
        lines.add("Callback URL: " + url);
        Topics.of(source).forEach(topic -> lines.add("Topic URL: " + topic));
        lines.add("Mode: subscribe; HMAC secret: the first of the source's secrets");
        return lines;
    }

    @Override
    public Trial trial(Source source, Instant now) {
        byte[] body = Feed.trialFeed(now).getBytes(UTF_8);
        HmacSignature method = METHODS.getOrDefault(TRIED, HmacSignature.sha256Hex(HEADER));
        return new Trial(Map.of("Content-Type", "application/atom+xml", HEADER, method.sign(source, body)), body);
    }
}
