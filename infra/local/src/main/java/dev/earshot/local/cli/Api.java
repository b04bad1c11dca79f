package dev.earshot.local.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.json.EarshotJson;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The HTTP API of a running Earshot, here or in AWS, called with a bearer token. Redirects are not followed. */
final class Api {

    private static final Duration PATIENCE = Duration.ofSeconds(35);

    /** More than a function of AWS can answer. */
    private static final int LARGEST_ANSWER = 8 * 1024 * 1024;

    private final HttpClient http = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(10))
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final URI address;
    private final String token;

    /**
     * An API at an address.
     *
     * @param address without a slash at its end
     * @param token the access token of whoever calls
     */
    Api(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    ApiAnswer get(String path) throws InterruptedException {
        return call("GET", path, BodyPublishers.noBody());
    }

    /** Sends {@code body} as JSON. */
    ApiAnswer send(String method, String path, Object body) throws IOException, InterruptedException {
        return call(method, path, BodyPublishers.ofString(EarshotJson.mapper().writeValueAsString(body)));
    }

    private ApiAnswer call(String method, String path, BodyPublisher body) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .header("Accept", "application/json, application/problem+json")
                .method(method, body)
                .build();
        try {
            HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
            return new ApiAnswer(address, answer.statusCode(), text(answer));
        } catch (IOException e) {
            throw new FailedException(address + " does not answer: "
                    + (e.getMessage() == null ? e.getClass().getSimpleName() : Printable.line(e.getMessage())));
        }
    }

    private static String text(HttpResponse<InputStream> answer) throws IOException {
        try (InputStream in = answer.body()) {
            byte[] read = in.readNBytes(LARGEST_ANSWER + 1);
            if (read.length > LARGEST_ANSWER) {
                throw new IOException("it says more than 8 MB");
            }
            return new String(read, UTF_8);
        }
    }
}
