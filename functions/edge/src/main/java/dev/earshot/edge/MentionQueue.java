package dev.earshot.edge;

import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.QueueForms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mentions queue, with a line in the log for each mention. */
public final class MentionQueue {

    private final MessageSink queue;
    private final String otherwise;

    /** @param otherwise what becomes of a mention that could not be queued, for the log */
    public MentionQueue(MessageSink queue, String otherwise) {
        this.queue = queue;
        this.otherwise = otherwise;
    }

    /** Queues the mentions, and says whether all of them were. */
    public boolean takesAll(List<Mention> mentions) {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            bodies.put(Integer.toString(i), QueueForms.write(mentions.get(i)));
        }
        Set<String> unsent = queue.send(bodies);
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            String what = "version " + mention.version() + " from " + mention.source();
            if (unsent.contains(Integer.toString(i))) {
                Hop.RETRIED.logFor(mention.id().value(), what + " could not be queued; " + otherwise);
            } else {
                Hop.QUEUED.logFor(mention.id().value(), what);
            }
        }
        return unsent.isEmpty();
    }
}
