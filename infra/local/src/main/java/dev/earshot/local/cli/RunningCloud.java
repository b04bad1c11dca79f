package dev.earshot.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;

/** The local cloud that another command started, found by its port. */
final class RunningCloud {

    private static final Duration PATIENCE = Duration.ofSeconds(35);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(3)).build();
    private final URI address;
    private final JsonNode status;

    private RunningCloud(int port) throws IOException, InterruptedException {
        this.address = URI.create("http://127.0.0.1:" + port);
        try {
            this.status = EarshotJson.mapper()
                    .readTree(get(address.resolve("/_local/status")).body());
        } catch (IOException e) {
            throw new FailedException("no local cloud answers on port " + port + "; start one with ./earshot up");
        }
    }

    /** The local cloud at a port; a failure that says how to start one when there is none. */
    static RunningCloud at(int port) throws IOException, InterruptedException {
        return new RunningCloud(port);
    }

    URI address() {
        return address;
    }

    String topicArn() {
        return status.path("topicArn").asText();
    }

    /** The ids of its departments. */
    List<String> departments() {
        return status.path("today").findValuesAsText("id").stream()
                .filter(id -> !id.startsWith("_"))
                .toList();
    }

    /** An SDK client of one of its services: sqs, dynamodb, sns or ssm. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String service) {
        return builder.endpointOverride(
                        URI.create(status.path("endpoints").path(service).asText()))
                .region(Region.of(status.path("region").asText()))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    /** The mails in its mailbox, newest first. */
    JsonNode mails() throws IOException, InterruptedException {
        return EarshotJson.mapper()
                .readTree(get(address.resolve("/_local/mailbox")).body())
                .path("items");
    }

    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }
}
