package dev.earshot.poll;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.ScheduledEvent;
import dev.earshot.edge.Metrics;
import jakarta.inject.Named;

/** The entry of the function: the clock, each minute. */
@Named("poll")
public class PollHandler implements RequestHandler<ScheduledEvent, Visit> {

    private final Poll poll;
    private final Metrics metrics;

    public PollHandler(Poll poll, Metrics metrics) {
        this.poll = poll;
        this.metrics = metrics;
    }

    /** What came of it is of use to who calls it by hand; the clock does not listen. */
    @Override
    public Visit handleRequest(ScheduledEvent event, Context context) {
        Visit visit = poll.run();
        count("FeedsRead", visit.feeds());
        count("FeedsFailed", visit.feedsFailed());
        count("Polled", visit.mentions());
        count("HubsAsked", visit.hubs());
        count("HubsFailed", visit.hubsFailed());
        metrics.flush();
        return visit;
    }

    private void count(String name, int count) {
        if (count > 0) {
            metrics.count(name, count);
        }
    }
}
