package dev.earshot.poll.feed;

import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.Hop;
import dev.earshot.edge.MessageSink;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The mentions queue. */
public final class MentionQueue {

    private final MessageSink queue;

    public MentionQueue(MessageSink queue) {
        this.queue = queue;
    }

    /** Queues the mentions, and says whether all of them were. */
    boolean takesAll(List<Mention> mentions) {
        Map<String, String> bodies = new LinkedHashMap<>();
        for (int i = 0; i < mentions.size(); i++) {
            bodies.put(Integer.toString(i), QueueForms.write(mentions.get(i)));
        }
        Set<String> unsent = queue.send(bodies);
        for (int i = 0; i < mentions.size(); i++) {
            Mention mention = mentions.get(i);
            String what = "version " + mention.version() + " from " + mention.source();
            if (unsent.contains(Integer.toString(i))) {
                Hop.RETRIED.logFor(mention.id().value(), what + " could not be queued; its feed is read again");
            } else {
                Hop.QUEUED.logFor(mention.id().value(), what);
            }
        }
        return unsent.isEmpty();
    }
}
