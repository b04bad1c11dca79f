package dev.earshot.inbox.cases;

import dev.earshot.core.learning.Corrected;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.MessageSink;
import dev.earshot.inbox.measure.RequestMetrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Passes people's corrections on to be learned. What the queue does not take is lost, and said so: nobody's step fails
 * because nothing can be learned from it now. Counts {@code Corrections} and {@code LessonsLost}.
 */
public final class Lessons implements Consumer<List<Corrected>> {

    private static final Logger LOG = Logger.getLogger(Lessons.class);

    private final MessageSink queue;
    private final RequestMetrics metrics;

    /** @param queue the lessons queue */
    public Lessons(MessageSink queue, RequestMetrics metrics) {
        this.queue = queue;
        this.metrics = metrics;
    }

    @Override
    public void accept(List<Corrected> corrections) {
        Map<String, String> bodies = new LinkedHashMap<>();
        corrections.forEach(one -> bodies.put(one.department(), QueueForms.write(one)));
        Set<String> lost = queue.send(bodies);
        metrics.count("Corrections", bodies.size() - lost.size());
        if (!lost.isEmpty()) {
            LOG.errorf("what a step said of %s and %s will not be learned", corrections.get(0).mention(), lost);
            metrics.count("LessonsLost", lost.size());
        }
    }
}
