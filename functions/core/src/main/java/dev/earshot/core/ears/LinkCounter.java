package dev.earshot.core.ears;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.Change;
import dev.earshot.core.mention.Mention;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Counts the hosts that mentions link to, in memory, and writes the sums once a minute at most, so that no mention pays
 * for it. What a process counted last is lost when it ends: these are hints, not accounts.
 */
public final class LinkCounter {

    /** Whose the links of mentions are that no department has. */
    public static final String UNROUTED = "_unrouted";

    private static final Duration BETWEEN_WRITES = Duration.ofMinutes(1);
    private static final int MOST_DEPARTMENTS = 200;

    private final LinkStore store;
    private final Clock clock;
    private final Map<String, LinkTally> counted = new HashMap<>();
    private Instant writtenAt = Instant.EPOCH;

    public LinkCounter(LinkStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Counts what a mention that was stored just now links to; throws when writing fails, and then forgets the sums. */
    public synchronized void heard(Change.Write stored) {
        Mention mention = stored.mention().mention();
        if (!stored.first() || mention.deleted()) {
            return;
        }
        Set<String> linked = LinkedHosts.of(mention);
        List<String> own = mention.reportedBy() == null
                ? LinkedHosts.own(mention.url()).stream().toList()
                : List.of();
        if (!linked.isEmpty() || !own.isEmpty()) {
            whose(stored).forEach(who -> count(who, linked, own));
        }
        Instant now = clock.instant();
        if (!counted.isEmpty() && !now.isBefore(writtenAt.plus(BETWEEN_WRITES))) {
            writtenAt = now;
            write(LocalDate.ofInstant(now, ZoneOffset.UTC));
        }
    }

    private void count(String who, Set<String> linked, List<String> own) {
        if (counted.containsKey(who) || counted.size() < MOST_DEPARTMENTS) {
            counted.merge(who, LinkTally.NONE.and(linked, own), LinkTally::and);
        }
    }

    private static List<String> whose(Change.Write stored) {
        return stored.opened().isEmpty()
                ? List.of(UNROUTED)
                : stored.opened().stream().map(Case::department).toList();
    }

    private void write(LocalDate today) {
        Map<String, LinkTally> sums = new HashMap<>(counted);
        counted.clear();
        sums.forEach((who, tally) -> store.add(today, who, tally));
    }
}
