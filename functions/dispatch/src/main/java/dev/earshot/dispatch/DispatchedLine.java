package dev.earshot.dispatch;

import dev.earshot.core.casework.Change;
import dev.earshot.core.routing.Decision;
import java.util.stream.Collectors;

/** What the log says of a dispatched mention: ids and names of what is configured, never what people said. */
final class DispatchedLine {

    private DispatchedLine() {}

    /** Such as {@code version 1 to support HIGH, product NORMAL; cases: 2 opened, 0 followed}. */
    static String of(Change.Write write) {
        return "version " + write.mention().mention().version() + " " + whom(write.decision()) + "; cases: "
                + write.opened().size() + " opened, " + write.followed().size() + " followed";
    }

    private static String whom(Decision decision) {
        if (decision instanceof Decision.Routed routed) {
            return routed.assignments().stream()
                    .map(one -> one.department().id() + " " + one.priority())
                    .collect(Collectors.joining(", ", "to ", ""));
        } else if (decision instanceof Decision.Noise noise) {
            return "is noise: " + noise.reason().detail();
        }
        return "is unrouted";
    }
}
