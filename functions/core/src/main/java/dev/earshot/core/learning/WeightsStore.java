package dev.earshot.core.learning;

import java.time.Instant;
import java.util.Optional;

/** Where learned weights are kept, version by version. Outages throw. */
public interface WeightsStore {

    /** The newest weights, when they are newer than a version; 0 is older than all. */
    Optional<Version> newerThan(long version);

    /**
     * Writes the next version.
     *
     * @param version one more than the last that was read
     * @param weights at most 300 KB
     * @param at when they were learned
     * @return false when somebody else was faster: read again
     */
    boolean write(long version, byte[] weights, Instant at);

    /**
     * Weights as they were written.
     *
     * @param version from 1
     * @param at when they were learned
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes by the thousand; nobody compares them
    record Version(long version, byte[] weights, Instant at) {}
}
