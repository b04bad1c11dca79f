package dev.earshot.emulators.sns;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Posts to web endpoints as SNS does: 15 seconds, no redirects. */
final class HttpSender {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int TOO_MANY_REQUESTS = 429;

    private @Nullable HttpClient client;

    CompletionStage<Attempt.Outcome> post(String endpoint, Map<String, String> headers, String body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(endpoint))
                .timeout(TIMEOUT)
                .header("Content-Type", "text/plain; charset=UTF-8")
                .header("User-Agent", "Amazon Simple Notification Service Agent")
                .POST(HttpRequest.BodyPublishers.ofString(body));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<Void>> answer =
                client().sendAsync(request.build(), HttpResponse.BodyHandlers.discarding());
        // The request's own timeout ends with the headers; a body that never ends must not hold the lane either.
        CompletableFuture<HttpResponse<Void>> bounded =
                answer.copy().orTimeout(TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        return bounded.handle((response, failure) -> {
            answer.cancel(true);
            return failure == null ? outcome(response.statusCode()) : Attempt.Outcome.failed(cause(failure));
        });
    }

    private static Attempt.Outcome outcome(int status) {
        String detail = "HTTP " + status;
        if (status >= 200 && status < 300) {
            return Attempt.Outcome.delivered();
        }
        boolean again = status >= 500 || status == TOO_MANY_REQUESTS;
        return again ? Attempt.Outcome.failed(detail) : Attempt.Outcome.refused(detail);
    }

    private static String cause(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return cause.getClass().getSimpleName();
    }

    /** Made on first use: it loads the TLS stack, which would slow every start. */
    private synchronized HttpClient client() {
        if (client == null) {
            client = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .connectTimeout(TIMEOUT)
                    .build();
        }
        return client;
    }
}
