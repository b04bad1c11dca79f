package dev.earshot.local.system;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.local.cloud.LocalCloud;
import dev.earshot.local.signin.Person;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** Calls the inbox's API as one person. */
final class ApiClient {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final LocalCloud cloud;
    private final String token;

    private ApiClient(LocalCloud cloud, String token) {
        this.cloud = cloud;
        this.token = token;
    }

    /** Somebody of these groups. */
    static ApiClient of(LocalCloud cloud, String name, String... groups) {
        return new ApiClient(cloud, cloud.issuer().accessToken(new Person(name, List.of(groups))));
    }

    Answer get(String path) throws Exception {
        return call("GET", path, null);
    }

    Answer post(String path, String body) throws Exception {
        return call("POST", path, body);
    }

    Answer call(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(cloud.address().resolve(path))
                .timeout(Duration.ofSeconds(40))
                .header("Authorization", "Bearer " + token)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body());
    }

    /** What the API answered. */
    record Answer(int status, String type, String body) {

        JsonNode json() throws Exception {
            return EarshotJson.mapper().readTree(body);
        }
    }
}
