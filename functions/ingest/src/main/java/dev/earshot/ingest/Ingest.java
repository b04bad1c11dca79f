package dev.earshot.ingest;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.edge.MentionQueue;
import dev.earshot.edge.source.KnownSource;
import dev.earshot.edge.source.Register;
import dev.earshot.edge.source.Sources;
import dev.earshot.ingest.health.HealthLog;
import dev.earshot.ingest.health.Witness;
import dev.earshot.provider.Heard;
import dev.earshot.provider.Listening;
import dev.earshot.provider.Provider;
import dev.earshot.provider.Providers;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import dev.earshot.provider.proof.Proof;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The use case: who sent it, what does it say, queue it, and only then say thank you. */
public final class Ingest {

    /** The largest body that is looked at, in bytes. */
    public static final int MAX_BODY = 1024 * 1024;

    private static final Logger LOG = Logger.getLogger(Ingest.class);

    private final Sources sources;
    private final MentionQueue mentions;
    private final HealthLog health;
    private final Register register;
    private final Clock clock;

    /**
     * @param mentions the mentions queue
     * @param health gets what is seen of each source
     * @param register names the sources
     */
    public Ingest(Sources sources, MentionQueue mentions, HealthLog health, Register register, Clock clock) {
        this.sources = sources;
        this.mentions = mentions;
        this.health = health;
        this.register = register;
        this.clock = clock;
    }

    /** Answers one request. */
    public HookAnswer receive(Hook hook) {
        KnownSource known;
        try {
            known = Source.isName(hook.source()) ? sources.find(hook.source()) : new KnownSource.Unknown();
            sources.known().ifPresent(register::keep);
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
        Instant now = clock.instant();
        boolean small = hook.body().length <= MAX_BODY;
        Optional<HookAnswer> handshake = small ? provider.handshake(hook, source, now) : Optional.empty();
        if (handshake.isPresent()) {
            health.add(source.name(), Witness.handshake(hook, handshake.get(), now));
            return handshake.get();
        }
        HookAnswer answer = small ? deliver(hook, source, provider, now) : new HookAnswer.TooLarge();
        Witness.delivery(answer, now).ifPresent(seen -> health.add(source.name(), seen));
        return answer;
    }

    private HookAnswer deliver(Hook hook, Source source, Provider provider, Instant now) {
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
        } else if (heard instanceof Heard.Later later) {
            LOG.errorf("a platform must send again: %s", later.reason());
            return new HookAnswer.Unavailable(later.reason());
        }
        return queue(listening.apply((Heard.Mentions) heard));
    }

    private HookAnswer queue(Heard.Mentions heard) {
        if (!mentions.takesAll(heard.mentions())) {
            return new HookAnswer.Unavailable("Not everything could be queued.");
        }
        List<MentionId> ids = heard.mentions().stream().map(Mention::id).toList();
        return new HookAnswer.Accepted(ids, heard.ignored(), heard.errors());
    }

    private static HookAnswer misconfigured(String source, String reason) {
        LOG.errorf("source %s is misconfigured: %s", source, reason);
        return new HookAnswer.Unavailable("The source is misconfigured; its operator has been told.");
    }
}
