package dev.earshot.analyze;

import dev.earshot.core.learning.WeightsStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Weights in memory. */
public final class KeptWeights implements WeightsStore {

    public final List<Version> versions = new ArrayList<>();
    public int asked;
    public boolean down;

    @Override
    public Optional<Version> newerThan(long version) {
        asked++;
        if (down) {
            throw new IllegalStateException("the table does not answer");
        }
        return versions.isEmpty() || last().version() <= version ? Optional.empty() : Optional.of(last());
    }

    @Override
    public boolean write(long version, byte[] weights, Instant at) {
        if (version != (versions.isEmpty() ? 0 : last().version()) + 1) {
            return false;
        }
        return versions.add(new Version(version, weights, at));
    }

    public Version last() {
        return versions.get(versions.size() - 1);
    }
}
