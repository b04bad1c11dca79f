package dev.earshot.local.system;

import dev.earshot.local.cloud.LocalCloud;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Goes to pages as somebody who is not signed in. */
final class Browsing {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private Browsing() {}

    static HttpResponse<String> get(LocalCloud cloud, String path) throws Exception {
        return follow(cloud.address().resolve(path).toString());
    }

    static HttpResponse<String> follow(String link) throws Exception {
        return HTTP.send(
                HttpRequest.newBuilder(URI.create(link))
                        .timeout(Duration.ofSeconds(40))
                        .build(),
                BodyHandlers.ofString());
    }
}
