package dev.earshot.ingest.health;

import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceHealth;
import dev.earshot.edge.source.KnownSource;
import dev.earshot.provider.Providers;
import dev.earshot.provider.SourceRules;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the register of sources as they are configured, so that those are shown which nothing was ever heard of. It is
 * written when the configuration has changed, which is seldom; after a failure not before {@link HealthLog#PAUSE}.
 */
public final class Register {

    private static final Logger LOG = Logger.getLogger(Register.class);

    private final SourceHealth health;
    private final Clock clock;
    private @Nullable Map<String, KnownSource> seen;
    private List<RegisteredSource> written = List.of();
    private Instant notBefore = Instant.MIN;

    public Register(SourceHealth health, Clock clock) {
        this.health = health;
        this.clock = clock;
    }

    /**
     * Writes the register if it is not what it should be.
     *
     * @param known the sources as they were read last; the same map as long as they were not read again
     */
    @SuppressWarnings("ReferenceEquality") // Whether they were read again, which is cheaper to know than what they say.
    public synchronized void keep(Map<String, KnownSource> known) {
        Instant now = clock.instant();
        if (known == seen || now.isBefore(notBefore)) {
            return;
        }
        List<RegisteredSource> sources = known.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> registered(one.getKey(), one.getValue()))
                .toList();
        try {
            if (seen == null || !sources.equals(written)) {
                health.register(sources, now);
            }
            seen = known;
            written = sources;
        } catch (RuntimeException e) {
            LOG.warnf("the register of sources is written later: %s", e.getMessage());
            notBefore = now.plus(HealthLog.PAUSE);
        }
    }

    private static RegisteredSource registered(String name, KnownSource known) {
        if (known instanceof KnownSource.Configured configured) {
            String problem = Providers.check(configured.source())
                    .map(SourceRules.Fault::what)
                    .orElse(null);
            return new RegisteredSource(
                    name,
                    configured.source().provider(),
                    problem,
                    configured.source().retentionDays());
        }
        return new RegisteredSource(name, null, ((KnownSource.Broken) known).reason());
    }
}
