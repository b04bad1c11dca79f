package dev.earshot.analyze.departments;

import dev.earshot.core.learning.WeightsStore;
import dev.earshot.core.learning.WeightsStore.Version;
import dev.earshot.edge.Metrics;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The newest correction, looked for again once half a minute has passed. While the table does not answer, and when what it
 * holds cannot be used, the last one stays. Counts {@code WeightsUnread} and times {@code WeightsAge}.
 */
public final class LearnedCorrection implements Supplier<Optional<Correction>> {

    private static final Logger LOG = Logger.getLogger(LearnedCorrection.class);
    private static final Duration FRESH = Duration.ofSeconds(30);

    private final WeightsStore weights;
    private final DepartmentModel model;
    private final Metrics metrics;
    private final Clock clock;
    private long version;
    private @Nullable Instant learnedAt;
    private @Nullable Correction correction;
    private Instant askedAt = Instant.MIN;

    /** @param model what is corrected */
    public LearnedCorrection(WeightsStore weights, DepartmentModel model, Metrics metrics, Clock clock) {
        this.weights = weights;
        this.model = model;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** The correction as it was at most half a minute ago; empty while nothing was learned for this model. */
    @Override
    public synchronized Optional<Correction> get() {
        Instant now = clock.instant();
        if (!now.isBefore(askedAt.plus(FRESH))) {
            askedAt = now;
            ask();
            if (learnedAt != null) {
                metrics.time("WeightsAge", Duration.between(learnedAt, now));
            }
        }
        return Optional.ofNullable(correction);
    }

    /** Looks anew at the next question: after a restore from a snapshot. */
    public synchronized void lookAgain() {
        askedAt = Instant.MIN;
    }

    private void ask() {
        try {
            Optional<Version> newer = weights.newerThan(version);
            if (newer.isPresent()) {
                take(newer.get());
            }
        } catch (IOException | RuntimeException e) {
            LOG.warnf("went on with the weights of version %d: %s", version, e.getMessage());
            metrics.count("WeightsUnread", 1);
        }
    }

    private void take(Version newer) throws IOException {
        version = newer.version();
        Correction read = Correction.of(newer.weights());
        if (!read.isFor(model)) {
            throw new IOException("version " + version + " was learned for another model");
        }
        correction = read;
        learnedAt = newer.at();
    }
}
