package dev.earshot.ingest;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.Hop;
import dev.earshot.edge.MessageSink;
import dev.earshot.edge.source.KnownSource;
import dev.earshot.edge.source.Sources;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.Provider;
import dev.earshot.provider.Providers;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.proof.Proof;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/** The use case: who sent it, what does it say, queue it, and only then say thank you. */
public final class Ingest {

    /** The largest body that is looked at, in bytes. */
    public static final int MAX_BODY = 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(Ingest.class);

    private final Sources sources;
    private final MessageSink mentions;
    private final Clock clock;

    /** @param mentions the mentions queue */
    public Ingest(Sources sources, MessageSink mentions, Clock clock) {
        this.sources = sources;
        this.mentions = mentions;
        this.clock = clock;
    }

    /** Answers one request. */
    public HookAnswer receive(Hook hook) {
        KnownSource known;
        try {
            known = Source.isName(hook.source()) ? sources.find(hook.source()) : new KnownSource.Unknown();
        } catch (RuntimeException e) {
            LOG.errorf("the sources cannot be read: %s", e.getMessage());
            return new HookAnswer.Unavailable("The sources cannot be read.");
        }
        if (known instanceof KnownSource.Broken broken) {
            return misconfigured(hook.source(), broken.reason());
        }
        if (!(known instanceof KnownSource.Configured configured)) {
            return new HookAnswer.UnknownSource();
        }
        Optional<Provider> provider = Providers.named(configured.source().provider());
        return provider.isPresent()
                ? receive(hook, configured.source(), provider.get())
                : misconfigured(
                        hook.source(),
                        "there is no provider '" + configured.source().provider() + "'");
    }

    private HookAnswer receive(Hook hook, Source source, Provider provider) {
        if (!hook.pathSecret().isEmpty() && !provider.secretInPath()) {
            return new HookAnswer.UnknownSource();
        }
        if (hook.body().length > MAX_BODY) {
            return new HookAnswer.TooLarge();
        }
        Instant now = clock.instant();
        Optional<HookAnswer> handshake = provider.handshake(hook, source, now);
        if (handshake.isPresent()) {
            return handshake.get();
        }
        if (!hook.method().equals("POST")) {
            return new HookAnswer.WrongMethod();
        }
        if (provider.verify(hook, source, now) instanceof Proof.Refused refused) {
            return new HookAnswer.NotProven(refused.reason(), provider.challenge());
        }
        HookAnswer answer = answer(provider.parse(hook, source, now), Listening.of(source));
        return answer instanceof HookAnswer.Accepted accepted ? provider.thanks(accepted, source) : answer;
    }

    private HookAnswer answer(Heard heard, Listening listening) {
        if (heard instanceof Heard.Malformed malformed) {
            return new HookAnswer.Malformed(malformed.reason(), malformed.errors());
        } else if (heard instanceof Heard.Unsupported unsupported) {
            return new HookAnswer.Unsupported(unsupported.reason());
        }
        return queue(listening.apply((Heard.Mentions) heard));
    }

    private HookAnswer queue(Heard.Mentions heard) {
        List<Mention> all = heard.mentions();
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int i = 0; i < all.size(); i++) {
            bodies.put(Integer.toString(i), QueueForms.write(all.get(i)));
        }
        Set<String> unsent = mentions.send(bodies);
        for (int i = 0; i < all.size(); i++) {
            tell(all.get(i), unsent.contains(Integer.toString(i)));
        }
        if (!unsent.isEmpty()) {
            return new HookAnswer.Unavailable("Not everything could be queued.");
        }
        return new HookAnswer.Accepted(all.stream().map(Mention::id).toList(), heard.ignored(), heard.errors());
    }

    private static void tell(Mention mention, boolean unsent) {
        String what = "version " + mention.version() + " from " + mention.source();
        if (unsent) {
            Hop.RETRIED.logFor(mention.id().value(), what + " could not be queued; its platform is to try again");
        } else {
            Hop.QUEUED.logFor(mention.id().value(), what);
        }
    }

    private static HookAnswer misconfigured(String source, String reason) {
        LOG.errorf("source %s is misconfigured: %s", source, reason);
        return new HookAnswer.Unavailable("The source is misconfigured; its operator has been told.");
    }
}
