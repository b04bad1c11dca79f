package dev.earshot.inbox;

import com.amazonaws.services.lambda.runtime.Context;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * The entry of the function: HTTP requests in payload format 2.0, which Quarkus answers once their path is a URI again.
 * It is none of Lambda's interfaces, because Quarkus takes whatever is one for a second handler.
 */
public final class InboxHandler {

    private static final String PATH = "rawPath";

    private final QuarkusStreamHandler quarkus = new QuarkusStreamHandler();

    /** Answers one event. */
    public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
        JsonNode event = EarshotJson.mapper().readTree(in);
        if (event instanceof ObjectNode request && request.path(PATH).isTextual()) {
            request.put(PATH, DecodedPath.encoded(request.path(PATH).asText()));
        }
        quarkus.handleRequest(new ByteArrayInputStream(EarshotJson.mapper().writeValueAsBytes(event)), out, context);
    }
}
