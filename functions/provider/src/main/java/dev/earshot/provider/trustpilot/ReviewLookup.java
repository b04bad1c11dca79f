package dev.earshot.provider.trustpilot;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.provider.payload.JsonBody;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks Trustpilot's API for reviews: all at once, 3 seconds for all of them, 256 KB each, no redirects.
 *
 * @see <a href="https://developers.trustpilot.com/service-reviews-api">Service reviews API</a>
 */
final class ReviewLookup {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int MOST_BYTES = 256 * 1024;
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,200}");

    private final URI base;
    private final Duration patience;
    // Made when it is needed: it has threads and sockets, which no snapshot and no native image can hold.
    private @Nullable HttpClient client;

    /** @param base where the API is, without a path */
    ReviewLookup(URI base) {
        this(base, PATIENCE);
    }

    ReviewLookup(URI base, Duration patience) {
        this.base = base;
        this.patience = patience;
    }

    /** What became of a question. */
    sealed interface Answer {}

    /** The review, as JSON. */
    record Found(JsonNode review) implements Answer {}

    /** Trustpilot says that there is none. */
    record Gone() implements Answer {}

    /** Not known now. */
    record NoAnswer(String reason) implements Answer {}

    /** The answers by the names of the questions; {@code paths} are the API's. Never throws. */
    Map<String, Answer> ask(String apiKey, Map<String, String> paths) {
        Map<String, CompletableFuture<Answer>> asked = new LinkedHashMap<>();
        paths.forEach((name, path) -> asked.put(name, ask(apiKey, path)));
        Map<String, Answer> answers = new LinkedHashMap<>();
        asked.forEach((name, answer) -> answers.put(name, answer.join()));
        return answers;
    }

    /** Whether a text can be a key at all. */
    static boolean isKey(String text) {
        return KEY.matcher(text).matches();
    }

    private CompletableFuture<Answer> ask(String apiKey, String path) {
        if (!isKey(apiKey)) {
            return CompletableFuture.completedFuture(new NoAnswer("The option apiKey is no key of Trustpilot's API."));
        }
        HttpRequest request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(patience)
                .header("apikey", apiKey)
                .header("Accept", "application/json")
                .build();
        return client().sendAsync(request, info -> new BoundedBody(MOST_BYTES))
                // The request's own timeout ends with the headers; this one covers the body, too.
                .orTimeout(patience.toMillis(), TimeUnit.MILLISECONDS)
                .handle((response, fault) ->
                        fault == null ? read(response) : new NoAnswer("Trustpilot's API does not answer."));
    }

    private static Answer read(HttpResponse<byte[]> response) {
        int status = response.statusCode();
        if (status == 404 || status == 410) {
            return new Gone();
        } else if (status != 200) {
            return new NoAnswer("Trustpilot's API answers " + status + ".");
        }
        return JsonBody.read(response.body()) instanceof JsonBody.Parsed review
                ? new Found(review.root())
                : new NoAnswer("Trustpilot's API answers with something else than a review.");
    }

    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .connectTimeout(patience)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();
        }
        return client;
    }
}
