package dev.earshot.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.edge.MentionQueue;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.SqsQueue;
import dev.earshot.edge.source.Register;
import dev.earshot.edge.source.Sources;
import dev.earshot.edge.source.SsmSources;
import dev.earshot.emulators.SqsEmulator;
import dev.earshot.emulators.ssm.SsmEmulator;
import dev.earshot.ingest.health.HealthLog;
import dev.earshot.ingest.health.HealthMemory;
import dev.earshot.provider.Providers;
import dev.earshot.provider.Signed;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The function with SSM and SQS around it, at noon. */
final class IngestBench implements AutoCloseable {

    private static final Clock CLOCK = Clock.fixed(Signed.NOON, ZoneOffset.UTC);
    private static final String PATH = "/earshot/sources";
    private static final URI NOBODY = URI.create("http://127.0.0.1:9");

    private final SqsEmulator sqsEmulator = SqsEmulator.start();
    private final SsmEmulator ssmEmulator = SsmEmulator.start();
    private final SqsClient sqs = client(SqsClient.builder(), sqsEmulator.endpoint());
    private final SsmClient ssm = client(SsmClient.builder(), ssmEmulator.endpoint());
    private final String queue = sqs.createQueue(q -> q.queueName("mentions")).queueUrl();

    /** What is written down of the sources. */
    final HealthMemory health = new HealthMemory();

    private IngestBench() {}

    static IngestBench open() {
        return new IngestBench();
    }

    void putSource(String name, String provider, String secret) {
        ObjectNode source =
                EarshotJson.mapper().createObjectNode().put("name", name).put("provider", provider);
        source.putArray("secrets").add(secret);
        putParameter(name, source.toString());
    }

    void putParameter(String name, String value) {
        ssmEmulator.putSecret(PATH + "/" + name, value);
    }

    APIGatewayV2HTTPResponse post(String source, Map<String, String> headers, byte @Nullable [] body) {
        return handle("POST", source, headers, body, false);
    }

    APIGatewayV2HTTPResponse postBase64(String source, Map<String, String> headers, byte[] body) {
        return handle("POST", source, headers, body, true);
    }

    APIGatewayV2HTTPResponse handle(
            String method, String source, Map<String, String> headers, byte @Nullable [] body, boolean base64) {
        return handler(ssm, sqs).handleRequest(event(method, source, headers, body, base64), null);
    }

    APIGatewayV2HTTPResponse postWithSecret(String source, String secret, Map<String, String> headers, byte[] body) {
        APIGatewayV2HTTPEvent event = event("POST", source, headers, body, false);
        event.setPathParameters(Map.of("source", source, "secret", secret));
        return handler(ssm, sqs).handleRequest(event, null);
    }

    APIGatewayV2HTTPResponse withoutQueue(String source, Map<String, String> headers, byte[] body) {
        try (SqsClient nobody = client(SqsClient.builder(), NOBODY)) {
            return handler(ssm, nobody).handleRequest(event("POST", source, headers, body, false), null);
        }
    }

    APIGatewayV2HTTPResponse withoutSources(String source, Map<String, String> headers, byte[] body) {
        try (SsmClient nobody = client(SsmClient.builder(), NOBODY)) {
            return handler(nobody, sqs).handleRequest(event("POST", source, headers, body, false), null);
        }
    }

    /** The bodies that are in the queue now. */
    List<String> drain() {
        List<String> bodies = new ArrayList<>();
        while (true) {
            List<Message> some = sqs.receiveMessage(
                            r -> r.queueUrl(queue).maxNumberOfMessages(10).visibilityTimeout(600))
                    .messages();
            if (some.isEmpty()) {
                return bodies;
            }
            some.forEach(message -> bodies.add(message.body()));
        }
    }

    static JsonNode json(String text) {
        try {
            return EarshotJson.mapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    @Override
    public void close() {
        ssm.close();
        sqs.close();
        ssmEmulator.close();
        sqsEmulator.close();
    }

    private IngestHandler handler(SsmClient parameters, SqsClient queues) {
        Sources sources = new Sources(new SsmSources(parameters, PATH), CLOCK, Duration.ofSeconds(60));
        HealthLog log = new HealthLog(health, CLOCK, health.later());
        Ingest ingest = new Ingest(
                sources,
                new MentionQueue(new SqsQueue(queues, queue), "it is to be sent again"),
                log,
                new Register(health, Providers::fault, CLOCK),
                CLOCK);
        return new IngestHandler(ingest, new Metrics("ingest", CLOCK, line -> {}));
    }

    private static APIGatewayV2HTTPEvent event(
            String method, String source, Map<String, String> headers, byte @Nullable [] body, boolean base64) {
        APIGatewayV2HTTPEvent.RequestContext.Http http = new APIGatewayV2HTTPEvent.RequestContext.Http();
        http.setMethod(method);
        APIGatewayV2HTTPEvent.RequestContext context = new APIGatewayV2HTTPEvent.RequestContext();
        context.setHttp(http);
        APIGatewayV2HTTPEvent event = new APIGatewayV2HTTPEvent();
        event.setRequestContext(context);
        event.setPathParameters(Map.of("source", source));
        event.setHeaders(headers);
        event.setIsBase64Encoded(base64);
        if (body != null) {
            event.setBody(base64 ? Base64.getEncoder().encodeToString(body) : new String(body, UTF_8));
        }
        return event;
    }

    private static <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, URI endpoint) {
        return builder.endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")))
                .httpClient(UrlConnectionHttpClient.create())
                .build();
    }
}
