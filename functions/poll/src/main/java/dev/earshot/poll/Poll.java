package dev.earshot.poll;

import dev.earshot.core.configuration.Source;
import dev.earshot.edge.source.Register;
import dev.earshot.edge.source.Sources;
import dev.earshot.poll.feed.FeedVisits;
import dev.earshot.poll.web.Deadline;
import dev.earshot.poll.websub.Leases;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jboss.logging.Logger;

/**
 * The use case: visits every source that does not come by itself, or would stop coming. Several at once; what there is no
 * time for is still due the next time, and what was visited is not.
 */
public final class Poll {

    /** Well inside a function's 10 s. */
    private static final Duration LONGEST = Duration.ofSeconds(8);
    /** With less left, none is begun. */
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(2);

    private static final int AT_ONCE = 8;
    private static final String FEED = "feed";
    private static final String WEB_SUB = "websub";
    private static final Logger LOG = Logger.getLogger(Poll.class);

    private final Sources sources;
    private final Register register;
    private final FeedVisits feeds;
    private final Leases leases;
    private final Clock clock;

    /** @param register names the sources, also where nothing is ever delivered to a hook */
    public Poll(Sources sources, Register register, FeedVisits feeds, Leases leases, Clock clock) {
        this.sources = sources;
        this.register = register;
        this.feeds = feeds;
        this.leases = leases;
        this.clock = clock;
    }

    /** Visits what is due. Throws when the sources cannot be read; that one source fails is told in the log alone. */
    public Visit run() {
        Deadline deadline = Deadline.in(LONGEST, clock);
        List<Source> configured = sources.all();
        sources.known().ifPresent(register::keep);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Future<Visit>> visits = new ArrayList<>();
            for (Source source : configured) {
                if (source.provider().equals(FEED) || source.provider().equals(WEB_SUB)) {
                    visits.add(threads.submit(() -> visit(source, deadline)));
                }
            }
            Visit all = Visit.NOTHING;
            for (Future<Visit> visit : visits) {
                all = all.plus(visit.get());
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }

    private Visit visit(Source source, Deadline deadline) {
        if (deadline.left().compareTo(LONG_ENOUGH) < 0) {
            return Visit.NOTHING;
        }
        boolean feed = source.provider().equals(FEED);
        try {
            return feed ? feeds.visit(source, deadline) : leases.renew(source, deadline);
        } catch (RuntimeException e) {
            LOG.errorf(e, "source %s could not be visited", source.name());
            return feed ? Visit.FAILED_FEED : Visit.FAILED_HUB;
        }
    }
}
