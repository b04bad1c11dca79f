package dev.earshot.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** What somebody should look at in a source, in one line; what it does right is not said. */
final class SourceTrouble {

    private SourceTrouble() {}

    /** @param source as the API has it */
    static String of(JsonNode source) {
        List<String> troubles = new ArrayList<>();
        if (source.path("problem").isTextual()) {
            troubles.add("misconfigured: " + source.path("problem").asText());
        }
        // Times of one form: the later one is the greater text.
        String refused = source.path("lastRefusalAt").asText("");
        if (source.path("lastRefusalAt").isTextual()
                && (!source.path("lastDeliveryAt").isTextual()
                        || refused.compareTo(source.path("lastDeliveryAt").asText()) > 0)) {
            troubles.add(
                    "refused " + refused + ": " + source.path("lastRefusal").asText());
        }
        if (source.at("/handshake/state").asText().equals("REFUSED")) {
            troubles.add("handshake refused " + source.at("/handshake/at").asText());
        }
        for (JsonNode lease : source.path("leases")) {
            if (!lease.path("state").asText().equals("ACTIVE")) {
                troubles.add("lease " + lease.path("state").asText() + " for "
                        + lease.path("topic").asText());
            }
        }
        if (source.at("/poll/failures").asLong() > 0) {
            troubles.add(source.at("/poll/failures").asLong() + " polls failed: "
                    + source.at("/poll/lastError").asText());
        }
        return Printable.line(troubles.isEmpty() ? "-" : String.join("; ", troubles));
    }
}
