package dev.earshot.local.schedule;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

/** What EventBridge sends when a rule's schedule fires. */
final class ScheduledEvent {

    private ScheduledEvent() {}

    /**
     * The event as JSON.
     *
     * @param rule the name of the rule
     */
    static String of(String rule, String region, String account, Instant at) {
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        event.put("version", "0")
                .put("id", UUID.randomUUID().toString())
                .put("detail-type", "Scheduled Event")
                .put("source", "aws.events")
                .put("account", account)
                .put("time", at.truncatedTo(ChronoUnit.SECONDS).toString())
                .put("region", region);
        event.putArray("resources").add("arn:aws:events:" + region + ":" + account + ":rule/" + rule);
        event.putObject("detail");
        return event.toString();
    }
}
