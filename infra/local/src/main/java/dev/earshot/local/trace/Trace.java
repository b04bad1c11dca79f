package dev.earshot.local.trace;

import dev.earshot.core.mention.MentionId;
import java.util.List;

/**
 * What became of one mention.
 *
 * @param mentionId whose trace it is
 * @param hops oldest first
 */
public record Trace(MentionId mentionId, List<TracedHop> hops) {

    public Trace {
        hops = List.copyOf(hops);
    }
}
