package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Text;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * What the API said to one call.
 *
 * @param from the API's address
 * @param body any text: who answers need not be Earshot
 */
record ApiAnswer(URI from, int status, String body) {

    private static final int LONGEST_REASON = 500;

    boolean is(int expected) {
        return status == expected;
    }

    /** The body as JSON; a failure when it is none. */
    JsonNode json() {
        try {
            return EarshotJson.mapper().readTree(body);
        } catch (JsonProcessingException e) {
            throw new FailedException(from + " does not answer as Earshot does; is it the address of its HTTP API?");
        }
    }

    /** The words of a problem document on one line, such as {@code /endpoint is missing}; empty when it is none. */
    String reason() {
        try {
            JsonNode problem = EarshotJson.mapper().readTree(body);
            List<String> words = new ArrayList<>();
            problem.path("errors")
                    .forEach(error -> words.add((error.path("pointer").asText() + " "
                                    + error.path("detail").asText())
                            .strip()));
            String all = words.isEmpty() ? problem.path("detail").asText() : String.join("; ", words);
            return Printable.line(Text.line(all, LONGEST_REASON));
        } catch (JsonProcessingException e) {
            return "";
        }
    }

    /** The failure that an answer is which the call did not count on. */
    FailedException failure() {
        if (status == 401) {
            return new FailedException(from + " does not accept the token (401); it needs an access token of its issuer"
                    + " that has not expired");
        } else if (status >= 300 && status < 400) {
            return new FailedException(from + " answers with a redirect (" + status
                    + "), which is not followed; give the API's own address");
        } else if (status == 404) {
            return new FailedException(from + " has no such API (404); is it the address of Earshot's HTTP API?");
        }
        String reason = reason();
        return new FailedException(from + " answers " + status + (reason.isEmpty() ? "" : ": " + reason));
    }
}
