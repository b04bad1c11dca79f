package dev.earshot.ingest.health;

import dev.earshot.core.source.SourceHealth;
import dev.earshot.core.source.SourceReport;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Collects what is seen of sources and writes it down. The first event of a source is written at once, what follows
 * within 10 s is written together: by a later request, or by {@code later}, which in Lambda sleeps between requests.
 * Nothing here fails a hook; what cannot be written is kept for the next time.
 */
public final class HealthLog {

    /** How long what was seen of a source waits at most, where time does not stand still. */
    public static final Duration PAUSE = Duration.ofSeconds(10);

    private static final Logger LOG = Logger.getLogger(HealthLog.class);

    private final SourceHealth health;
    private final Clock clock;
    private final Executor later;
    private final Map<String, SourceReport> unwritten = new HashMap<>();
    private final Map<String, Instant> writtenAt = new HashMap<>();
    private boolean planned;

    /** @param later runs a task on a thread of its own, {@link #PAUSE} later */
    public HealthLog(SourceHealth health, Clock clock, Executor later) {
        this.health = health;
        this.clock = clock;
        this.later = later;
    }

    /** Takes what was seen of a configured source; writes at most what is known of this one source. */
    public void add(String source, SourceReport report) {
        merge(source, report);
        if (isDue(source)) {
            write(source);
        }
        plan();
    }

    private synchronized void merge(String source, SourceReport report) {
        unwritten.merge(source, report, SourceReport::plus);
    }

    private synchronized boolean isDue(String source) {
        Instant last = writtenAt.get(source);
        return last == null || !last.plus(PAUSE).isAfter(clock.instant());
    }

    private synchronized void plan() {
        if (!planned && !unwritten.isEmpty()) {
            planned = true;
            later.execute(this::writeAll);
        }
    }

    private void writeAll() {
        for (String source : waiting()) {
            write(source);
        }
        plan();
    }

    private synchronized Set<String> waiting() {
        planned = false;
        return Set.copyOf(unwritten.keySet());
    }

    private void write(String source) {
        SourceReport report = take(source);
        if (report == null) {
            return;
        }
        try {
            health.add(source, report);
        } catch (RuntimeException e) {
            LOG.warnf("the health of source %s is written down later: %s", source, e.getMessage());
            putBack(source, report);
        }
    }

    private synchronized @Nullable SourceReport take(String source) {
        writtenAt.put(source, clock.instant());
        return unwritten.remove(source);
    }

    /** Under what was seen meanwhile. */
    private synchronized void putBack(String source, SourceReport report) {
        unwritten.merge(source, report, (since, before) -> before.plus(since));
    }
}
