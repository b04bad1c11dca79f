package dev.earshot.core.ears;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which hosts some mentions linked to, and where they were said. Strangers choose the hosts, so there are never more than
 * {@link #MOST} of each: the rarest go first.
 *
 * @param linked how many mentions linked to each host
 * @param heardAt the hosts where sources of ours are
 */
public record LinkTally(Map<String, Long> linked, Set<String> heardAt) {

    /** The most hosts of each sort. */
    public static final int MOST = 100;

    /** Nothing. */
    public static final LinkTally NONE = new LinkTally(Map.of(), Set.of());

    public LinkTally {
        linked = frequent(linked);
        heardAt = Set.copyOf(heardAt.stream().limit(MOST).toList());
    }

    /** This and one more mention. */
    public LinkTally and(Collection<String> hosts, Collection<String> own) {
        Map<String, Long> one = new LinkedHashMap<>();
        hosts.forEach(host -> one.put(host, 1L));
        return and(new LinkTally(one, Set.copyOf(own)));
    }

    /** Both together. */
    public LinkTally and(LinkTally other) {
        Map<String, Long> sums = new LinkedHashMap<>(linked);
        other.linked.forEach((host, times) -> sums.merge(host, times, Long::sum));
        Set<String> hosts = new LinkedHashSet<>(heardAt);
        hosts.addAll(other.heardAt);
        return new LinkTally(sums, hosts);
    }

    private static Map<String, Long> frequent(Map<String, Long> sums) {
        Map<String, Long> kept = new LinkedHashMap<>();
        sums.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .forEach(entry -> kept.put(entry.getKey(), entry.getValue()));
        return Collections.unmodifiableMap(kept);
    }
}
