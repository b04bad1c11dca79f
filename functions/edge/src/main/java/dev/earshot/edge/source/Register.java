package dev.earshot.edge.source;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceHealth;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the register of sources as they are configured, so that those are shown which nothing was ever heard of. It is
 * written when the configuration has changed, which is seldom; after a failure not before {@link #PAUSE}.
 */
public final class Register {

    /** How long a table that failed is left alone. */
    static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(Register.class);

    private final SourceHealth health;
    private final Function<Source, Optional<String>> fault;
    private final Clock clock;
    private @Nullable Map<String, KnownSource> seen;
    private List<RegisteredSource> written = List.of();
    private Instant notBefore = Instant.MIN;

    /** @param fault tells what a source's provider finds wrong with it */
    public Register(SourceHealth health, Function<Source, Optional<String>> fault, Clock clock) {
        this.health = health;
        this.fault = fault;
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
            notBefore = now.plus(PAUSE);
        }
    }

    private RegisteredSource registered(String name, KnownSource known) {
        if (known instanceof KnownSource.Configured configured) {
            Source source = configured.source();
            return new RegisteredSource(
                    name, source.provider(), fault.apply(source).orElse(null), source.retentionDays());
        }
        return new RegisteredSource(name, null, ((KnownSource.Broken) known).reason());
    }
}
