package dev.earshot.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.SqsEmulator;
import dev.earshot.emulators.http.Loopback;
import dev.earshot.local.lambda.InvocationResult;
import dev.earshot.local.lambda.InvocationResult.Crashed;
import dev.earshot.local.lambda.InvocationResult.Success;
import dev.earshot.local.lambda.Invoker;
import dev.earshot.provider.Heard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@Timeout(60)
class SqsEventSourceTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Queue<JsonNode> events = new ConcurrentLinkedQueue<>();
    private final Heard heard = new Heard();
    private static SqsEmulator emulator;
    private static SqsClient client;
    private String name;
    private String mentions;
    private String dead;
    private SqsEventSource source;

    @BeforeAll
    static void startsTheEmulator() {
        emulator = SqsEmulator.start();
        client = Sdk.client(SqsClient.builder(), emulator.endpoint());
    }

    @AfterAll
    static void stopsTheEmulator() {
        client.close();
        emulator.close();
    }

    @BeforeEach
    void createsTheQueues(TestInfo test) {
        name = test.getTestMethod().orElseThrow().getName();
        createQueues();
    }

    @AfterEach
    void stopsTheSource() {
        source.close();
    }

    @Test
    void deliversMessagesWithTheirAttributesAndDeletesThem() {
        client.sendMessage(request -> request.queueUrl(mentions)
                .messageBody("hello")
                .messageAttributes(Map.of(
                        "kind",
                        MessageAttributeValue.builder()
                                .dataType("String")
                                .stringValue("mention")
                                .build())));
        source = start(true, bodies -> success(""));
        await().until(() -> events.size() == 1);
        JsonNode message = events.element().at("/Records/0");
        assertEquals("hello", message.at("/body").asText());
        assertEquals("1", message.at("/attributes/ApproximateReceiveCount").asText());
        assertTrue(message.at("/attributes").has("SentTimestamp"));
        assertTrue(message.at("/attributes").has("ApproximateFirstReceiveTimestamp"));
        assertEquals(
                "mention", message.at("/messageAttributes/kind/stringValue").asText());
        assertFalse(message.at("/md5OfMessageAttributes").asText("").isEmpty());
        await().until(() -> left(mentions) == 0);
        assertEquals(List.of(), List.copyOf(heard.reasons));
    }

    @Test
    void retriesWhatTheFunctionReportsUntilItIsDead() {
        send("good", "bad", "better");
        source = start(true, records -> success(failing(records, "bad")));
        await().atMost(Duration.ofSeconds(20)).until(() -> left(dead) == 1 && left(mentions) == 0);
        assertEquals(1, times("good"));
        assertEquals(1, times("better"));
        assertEquals(2, times("bad"));
        assertEquals(List.of("reported by the function", "reported by the function"), List.copyOf(heard.reasons));
    }

    @Test
    void deletesNothingWhenTheFunctionCrashes() {
        send("one", "two");
        source = start(true, records -> new Crashed("exit status 137"));
        await().atMost(Duration.ofSeconds(20)).until(() -> left(dead) == 2 && left(mentions) == 0);
        assertEquals(2, times("one"));
    }

    @Test
    void ignoresTheAnswerUnlessToldToReadIt() {
        send("bad");
        source = start(false, records -> success(failing(records, "bad")));
        await().until(() -> left(mentions) == 0);
        assertEquals(1, times("bad"));
        assertEquals(0, left(dead));
    }

    @Test
    void outlivesAnOutageOfTheQueue() {
        int port = Loopback.freePort();
        URI endpoint = URI.create("http://127.0.0.1:" + port);
        String url = endpoint + "/" + AwsIdentity.LOCAL.accountId() + "/late";
        SqsSourceSpec late = new SqsSourceSpec(url, AwsIdentity.LOCAL.arn("sqs", "late"), 10, Duration.ZERO, 1, true);
        try (SqsClient lateClient = Sdk.client(SqsClient.builder(), endpoint)) {
            source = SqsEventSource.start(lateClient, late, invoker(records -> success("{}")), heard);
            await().until(() -> heard.outages.size() >= 2);
            try (SqsEmulator lateEmulator = SqsEmulator.start(port, AwsIdentity.LOCAL)) {
                assertEquals(endpoint, lateEmulator.endpoint());
                lateClient.createQueue(request -> request.queueName("late"));
                lateClient.sendMessage(request -> request.queueUrl(url).messageBody("after the outage"));
                await().atMost(Duration.ofSeconds(20)).until(() -> times("after the outage") == 1);
                source.close();
            }
        }
    }

    @Test
    void closesQuicklyWhileAFunctionWorks() {
        send("slow");
        Invoker slow = event -> {
            events.add(read(event));
            return new CompletableFuture<>();
        };
        source = SqsEventSource.start(client, spec(true), slow, heard);
        await().until(() -> events.size() == 1);
        assertTimeoutPreemptively(Duration.ofSeconds(3), source::close);
        assertEquals(1, left(mentions));
    }

    @Test
    void aQueueThatRestsWaitsAndIsWorkedOnAfterwards() {
        source = start(true, records -> success(""));
        source.rest(Duration.ofHours(1));
        Duration longestReceive = Duration.ofMillis(1_500);
        await().pollDelay(longestReceive).until(() -> true);
        send("later");
        await().during(longestReceive).until(() -> events.isEmpty());
        assertEquals(1, left(mentions));
        source.rest(Duration.ZERO);
        await().until(() -> times("later") == 1);
    }

    private SqsEventSource start(boolean report, Function<JsonNode, InvocationResult> function) {
        return SqsEventSource.start(client, spec(report), invoker(function), heard);
    }

    private Invoker invoker(Function<JsonNode, InvocationResult> function) {
        return payload -> {
            JsonNode event = read(payload);
            events.add(event);
            return CompletableFuture.completedFuture(function.apply(event.at("/Records")));
        };
    }

    private SqsSourceSpec spec(boolean report) {
        String arn = AwsIdentity.LOCAL.arn("sqs", name);
        return new SqsSourceSpec(mentions, arn, 10, Duration.ZERO, 1, report);
    }

    private void createQueues() {
        dead = client.createQueue(request -> request.queueName(name + "-dead")).queueUrl();
        String redrive = "{\"maxReceiveCount\":2,\"deadLetterTargetArn\":\"%s\"}"
                .formatted(AwsIdentity.LOCAL.arn("sqs", name + "-dead"));
        Map<QueueAttributeName, String> attributes =
                Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, "1", QueueAttributeName.REDRIVE_POLICY, redrive);
        mentions = client.createQueue(request -> request.queueName(name).attributes(attributes))
                .queueUrl();
    }

    private void send(String... bodies) {
        for (String body : bodies) {
            client.sendMessage(request -> request.queueUrl(mentions).messageBody(body));
        }
    }

    private long times(String body) {
        return events.stream()
                .flatMap(event -> event.findValuesAsText("body").stream())
                .filter(body::equals)
                .count();
    }

    /** Messages in the queue, visible or not. */
    private int left(String queue) {
        return client
                .getQueueAttributes(request -> request.queueUrl(queue)
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes()
                .values()
                .stream()
                .mapToInt(Integer::parseInt)
                .sum();
    }

    private static String failing(JsonNode records, String body) {
        return records.findParents("body").stream()
                .filter(message -> message.at("/body").asText().equals(body))
                .map(message ->
                        "{\"itemIdentifier\":\"" + message.at("/messageId").asText() + "\"}")
                .collect(Collectors.joining(",", "{\"batchItemFailures\":[", "]}"));
    }

    private static InvocationResult success(String answer) {
        return new Success(answer.getBytes(UTF_8));
    }

    private static JsonNode read(byte[] event) {
        try {
            return JSON.readTree(event);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Heard implements SqsSourceListener {

        private final Queue<RuntimeException> outages = new ConcurrentLinkedQueue<>();
        private final Queue<String> reasons = new ConcurrentLinkedQueue<>();

        @Override
        public void outage(String queueArn, RuntimeException cause) {
            outages.add(cause);
        }

        @Override
        public void notDone(String queueArn, int failed, int received, String reason) {
            reasons.add(reason);
        }
    }
}
