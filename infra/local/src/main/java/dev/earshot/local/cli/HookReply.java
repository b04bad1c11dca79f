package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;

/** What a hook answers, for people. */
final class HookReply {

    private HookReply() {}

    /** One line: what was accepted, or why it was not. */
    static String summary(String body) {
        try {
            JsonNode json = EarshotJson.mapper().readTree(body);
            String said = json.has("accepted")
                    ? "accepted " + json.path("accepted") + ", ignored " + json.path("ignored") + " "
                            + json.path("mentionIds")
                    : json.path("detail").asText(body);
            return Printable.line(said);
        } catch (JsonProcessingException e) {
            return Printable.line(body.lines().findFirst().orElse(""));
        }
    }
}
