package dev.earshot.core.metrics;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Where what was counted is read from. Outages throw. */
public interface HourlyCounts {

    /**
     * What was counted from one time until before another, in no order; one or more entries of an hour, none of an empty
     * one.
     *
     * @param who department ids, {@link Counted#UNROUTED}, {@link Counted#NOISE}
     * @param from the beginning of an hour
     */
    List<Hour> read(Collection<String> who, Instant from, Instant to);

    /** How many queries reading so much costs. */
    long queries(int who, Instant from, Instant to);

    /**
     * What was counted for somebody in an hour.
     *
     * @param hour when it began
     */
    record Hour(String who, Instant hour, Counted counted) {}
}
