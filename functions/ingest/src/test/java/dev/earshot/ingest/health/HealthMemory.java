package dev.earshot.ingest.health;

import dev.earshot.core.source.RegisteredSource;
import dev.earshot.core.source.SourceHealth;
import dev.earshot.core.source.SourceReport;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** Remembers what is written down, and what is to be done later; can be out of order. */
public final class HealthMemory implements SourceHealth {

    private final Map<String, SourceReport> reports = new HashMap<>();
    private final List<Runnable> later = new ArrayList<>();
    private List<RegisteredSource> registered = List.of();
    private int writes;
    private boolean broken;

    @Override
    public void add(String source, SourceReport report) {
        failWhenBroken();
        writes++;
        reports.merge(source, report, SourceReport::plus);
    }

    @Override
    public void register(List<RegisteredSource> sources, Instant seenAt) {
        failWhenBroken();
        registered = List.copyOf(sources);
    }

    /** Keeps what is given to it until {@link #runLater()}. */
    public Executor later() {
        return later::add;
    }

    void runLater() {
        List<Runnable> planned = List.copyOf(later);
        later.clear();
        planned.forEach(Runnable::run);
    }

    int planned() {
        return later.size();
    }

    void broken(boolean now) {
        broken = now;
    }

    /** All that was written of each source. */
    public Map<String, SourceReport> reports() {
        return reports;
    }

    /** The register. */
    public List<RegisteredSource> registered() {
        return registered;
    }

    int writes() {
        return writes;
    }

    /** Forgets everything. */
    public void clear() {
        reports.clear();
        later.clear();
    }

    private void failWhenBroken() {
        if (broken) {
            throw new IllegalStateException("the table does not answer");
        }
    }
}
