package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A request as API Gateway hands it to a function (payload format 2.0), kept in a file: what `sam local invoke` takes and
 * what {@code ./earshot send} turns into a real request again.
 *
 * @param file where it is from, for messages
 * @param method GET, POST and so on
 * @param path such as {@code /hooks/our-forum}
 * @param headers by lower-case name
 * @param body the raw bytes
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record SampleEvent(Path file, String method, String path, Map<String, String> headers, byte[] body) {

    private static final String HOOKS = "/hooks/";

    /** Reads a file; a refusal that names it when it is no such event. */
    static SampleEvent read(Path file) {
        JsonNode event;
        try {
            event = EarshotJson.mapper().readTree(Home.read(file));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new RefusedException(file + ":" + line + ": is not JSON");
        }
        String path = event.path("rawPath").asText();
        if (!path.startsWith(HOOKS)) {
            throw new RefusedException(
                    file + ":1: is not an event of an HTTP API: it needs rawPath /hooks/SOURCE, headers and body");
        }
        Map<String, String> headers = new LinkedHashMap<>();
        event.path("headers")
                .properties()
                .forEach(header -> headers.put(
                        header.getKey().toLowerCase(Locale.ROOT),
                        header.getValue().asText()));
        String text = event.path("body").asText("");
        byte[] body = event.path("isBase64Encoded").asBoolean() ? decoded(file, text) : text.getBytes(UTF_8);
        return new SampleEvent(file, event.at("/requestContext/http/method").asText("POST"), path, headers, body);
    }

    private static byte[] decoded(Path file, String text) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw new RefusedException(file + ":1: says isBase64Encoded, but the body is not base64");
        }
    }

    /** The source's name in the path. */
    String source() {
        return path.substring(HOOKS.length()).split("/", 2)[0];
    }
}
