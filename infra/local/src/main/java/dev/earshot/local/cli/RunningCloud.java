package dev.earshot.local.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.emulators.Sdk;
import dev.earshot.local.cloud.CloudEndpoint;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;

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
            HttpResponse<String> answer = get(address.resolve("/_local/status"));
            this.status = EarshotJson.mapper().readTree(answer.body());
            if (answer.statusCode() != 200) {
                throw new FailedException("the local cloud on port " + port + " cannot say how it is: "
                        + status.path("message").asText());
            }
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

    String region() {
        return status.path("region").asText();
    }

    String topicArn() {
        return status.path("topicArn").asText();
    }

    /** The name of its table. */
    String table() {
        return status.path("table").asText();
    }

    /** The ids of its departments. */
    List<String> departments() {
        return status.path("today").findValuesAsText("id").stream()
                .filter(id -> !id.startsWith("_"))
                .toList();
    }

    /** Where one of its services answers: sqs, dynamodb, sns or ssm. */
    URI service(String name) {
        return URI.create(status.path("endpoints").path(name).asText());
    }

    /** A client of one of its services: sqs, dynamodb, sns or ssm. */
    <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(B builder, String service) {
        return embedded()
                ? Sdk.client(builder, service(service))
                : CloudEndpoint.at(service(service), region(), System.getenv()).client(builder);
    }

    /** Whether its services are our own emulators, with a mailbox; else they are those of {@code AWS_ENDPOINT_URL}. */
    boolean embedded() {
        return status.path("embedded").asBoolean();
    }

    /** Under which path SSM has its sources. */
    String sourcesPath() {
        return status.path("sourcesPath").asText();
    }

    /** How many messages its queues hold, worked on or not; dead letters aside. */
    long waiting() {
        long waiting = 0;
        for (JsonNode queue : status.path("queues")) {
            boolean dead = queue.path("deadLetters").asBoolean();
            waiting += dead
                    ? 0
                    : queue.path("waiting").asLong() + queue.path("inFlight").asLong();
        }
        return waiting;
    }

    /** How many processes a stage's function has. */
    int processes(String stage) {
        int processes = 0;
        for (JsonNode function : status.path("functions")) {
            boolean named = function.path("name").asText().endsWith("-" + stage);
            processes += named ? function.path("pids").size() : 0;
        }
        return processes;
    }

    /** The mails in its mailbox, newest first. */
    JsonNode mails() throws IOException, InterruptedException {
        return EarshotJson.mapper()
                .readTree(get(address.resolve("/_local/mailbox")).body())
                .path("items");
    }

    /** An access token of its issuer, good for an hour; a refusal when there is no such person. */
    String token(String user, List<String> groups) throws IOException, InterruptedException {
        ObjectNode person = EarshotJson.mapper().createObjectNode().put("name", user);
        groups.forEach(person.putArray("groups")::add);
        HttpResponse<String> answer = send(HttpRequest.newBuilder(address.resolve("/_local/token"))
                .POST(HttpRequest.BodyPublishers.ofString(person.toString())));
        if (answer.statusCode() != 200) {
            throw new RefusedException(answer.body());
        }
        return answer.body();
    }

    /** Lets its queues wait for some seconds, or no longer. */
    void restQueues(int seconds) throws IOException, InterruptedException {
        send(HttpRequest.newBuilder(address.resolve("/_local/rest/" + seconds))
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    /** Its API, called by somebody of the council. */
    Api api() throws IOException, InterruptedException {
        return new Api(address, token("you", List.of("council")));
    }

    HttpResponse<String> get(URI uri) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(uri).GET());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
    }
}
