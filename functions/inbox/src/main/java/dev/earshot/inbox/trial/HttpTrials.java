package dev.earshot.inbox.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.access.SignInRule;
import dev.earshot.core.json.EarshotJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.Supplier;

/** Asks {@code POST /api/try} on behalf of whoever is signed in, by their ID token, which their browser never sees. */
public final class HttpTrials implements Trials {

    private static final Duration CONNECTING = Duration.ofSeconds(2);

    /** Less than what is left of the ten seconds that this function has. */
    private static final Duration LONGEST = Duration.ofSeconds(8);

    private static final String LATER = "The analyzer does not answer yet; it may be starting. Try again in a moment.";

    private final Supplier<String> address;
    private final Supplier<String> idToken;

    /**
     * Asks nothing yet.
     *
     * @param address our own address, without a slash at its end
     * @param idToken of whoever is signed in
     */
    public HttpTrials(Supplier<String> address, Supplier<String> idToken) {
        this.address = address;
        this.idToken = idToken;
    }

    @Override
    public TrialAnswer attempt(TrialText text) {
        try {
            HttpClient http =
                    HttpClient.newBuilder().connectTimeout(CONNECTING).build();
            HttpResponse<String> response = http.send(request(text), HttpResponse.BodyHandlers.ofString());
            return answer(response.statusCode(), response.body());
        } catch (IOException e) {
            return new TrialAnswer.NotTried(LATER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new TrialAnswer.NotTried(LATER);
        }
    }

    private HttpRequest request(TrialText text) {
        ObjectNode body = EarshotJson.mapper().createObjectNode().put("text", text.text());
        if (!text.source().isEmpty()) {
            body.put("source", text.source());
        }
        return HttpRequest.newBuilder(URI.create(address.get() + "/api/try"))
                .timeout(LONGEST)
                .header("Content-Type", "application/json")
                .header(SignInRule.HEADER, idToken.get())
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                .build();
    }

    private static TrialAnswer answer(int status, String body) throws IOException {
        if (status >= 500) {
            return new TrialAnswer.NotTried(LATER);
        }
        JsonNode json = EarshotJson.mapper().readTree(body);
        if (status == 200) {
            return new TrialAnswer.Tried(json);
        }
        JsonNode error = json.path("errors").path(0);
        String detail = error.isMissingNode()
                ? json.path("detail").asText()
                : error.path("pointer").asText() + ": " + error.path("detail").asText();
        return new TrialAnswer.NotTried("Not tried: " + detail);
    }
}
