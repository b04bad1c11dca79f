package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.Priority;
import dev.earshot.core.subscription.Addition;
import dev.earshot.core.subscription.EndpointPolicy;
import dev.earshot.core.subscription.SubscriptionRequest;
import dev.earshot.core.subscription.SubscriptionView;
import dev.earshot.core.subscription.Subscriptions;
import dev.earshot.edge.SnsTopicSubscriptions;
import dev.earshot.emulators.EmulatorOptions;
import dev.earshot.emulators.Emulators;
import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.http.LoopbackServer;
import dev.earshot.emulators.sns.Mail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.function.Executable;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.Subscription;

/** The use case with a table and a topic of its own for each test, and somebody to receive. */
final class SubscriptionBench implements AutoCloseable {

    private static final String DOWN = "the topic is down";
    private final Emulators emulators =
            Emulators.start(EmulatorOptions.defaults().withSnsRetryDelay(Duration.ofMillis(20)));
    private final DynamoDbClient dynamoDb = TestTable.client(emulators.dynamoDb());
    private final SnsClient sns = Sdk.client(SnsClient.builder(), emulators.sns());
    private final SnsClient breakable = Sdk.client(
            SnsClient.builder().overrideConfiguration(o -> o.addExecutionInterceptor(new Outage())), emulators.sns());
    private volatile boolean down;
    private TestTable table;
    private String topic;
    private int mailsBefore;
    String queue;
    Receiver receiver;
    Subscriptions subscriptions;

    void fresh() {
        fresh("");
    }

    /** The same, where mail may go to these domains alone. */
    void fresh(String emailDomains) {
        if (receiver != null) {
            receiver.close();
        }
        receiver = new Receiver();
        table = new TestTable(dynamoDb);
        topic = sns.createTopic(t -> t.name("t-" + UUID.randomUUID())).topicArn();
        queue = emulators.identity().arn("sqs", "q-" + UUID.randomUUID());
        mailsBefore = emulators.mailbox().count();
        subscriptions = new Subscriptions(
                new DynamoSubscriptions(dynamoDb, table.settings.name()),
                new SnsTopicSubscriptions(breakable, topic),
                () -> List.of("product", "support"),
                Clock.fixed(Said.NOON, ZoneOffset.UTC),
                EndpointPolicy.of(true, emailDomains),
                new Auditor(Duration.ofDays(90)));
    }

    /** Does something while the topic cannot be reached, which must end it. */
    void diesAtTheTopic(Executable action) {
        down = true;
        try {
            RuntimeException death = assertThrows(RuntimeException.class, action);
            assertTrue((death + " " + death.getCause()).contains(DOWN), death::toString);
        } finally {
            down = false;
        }
    }

    Caller caller(String group) {
        return new Caller("ada-1", "Ada", Set.of(group));
    }

    Addition add(String department, String protocol, String endpoint, String minPriority, List<String> kinds) {
        return add("council", department, protocol, endpoint, minPriority, kinds);
    }

    Addition add(
            String group, String department, String protocol, String endpoint, String minPriority, List<String> kinds) {
        return subscriptions.add(
                caller(group),
                new SubscriptionRequest(
                        department, protocol, endpoint, new SubscriptionRequest.FilterRequest(kinds, minPriority)));
    }

    List<SubscriptionView> list(String group, String department) {
        return subscriptions.list(caller(group), department);
    }

    /** Subscribes the addresses n0@, n1@ and so on in the table alone. */
    void fill(String department, int count) {
        for (int i = 0; i < count; i++) {
            String address = "n" + i + "@example.com";
            diesAtTheTopic(() -> add(department, "email", address, null, List.of()));
        }
    }

    void loseReference(String id) {
        dynamoDb.updateItem(u -> u.tableName(table.settings.name())
                .key(Keys.key(Keys.subscriptionPk(id), Keys.SUBSCRIPTION))
                .updateExpression("REMOVE arn"));
    }

    /** All but the audit trail. */
    List<Map<String, AttributeValue>> items() {
        return table.scan().stream()
                .filter(item -> !item.get(Keys.PK).s().startsWith("AUDIT#"))
                .toList();
    }

    List<Subscription> entries() {
        return sns.listSubscriptionsByTopic(l -> l.topicArn(topic)).subscriptions();
    }

    /** What the audit trail says, in no order of time. */
    List<String> audited() {
        return table.scan().stream()
                .filter(item -> item.get(Keys.PK).s().startsWith("AUDIT#"))
                .map(AuditItems::read)
                .map(entry -> entry.by() + " " + entry.action() + " " + entry.change())
                .sorted()
                .toList();
    }

    /** As the link in a mail does it. */
    void unsubscribe() {
        entries().forEach(entry -> sns.unsubscribe(u -> u.subscriptionArn(entry.subscriptionArn())));
    }

    void publish(String department, String kind, Priority priority) {
        sns.publish(p -> p.topicArn(topic)
                .message(department + " " + kind + " " + priority)
                .messageAttributes(
                        Map.of("department", text(department), "kind", text(kind), "priority", text(priority.name()))));
    }

    List<Mail> mails(String address) {
        List<Mail> all = emulators.mailbox().newestFirst();
        return all.subList(0, all.size() - mailsBefore).stream()
                .filter(mail -> mail.to().equals(address))
                .toList();
    }

    void confirm(String address) {
        get(mails(address).get(0).confirmLink());
    }

    /** Waits for these notices by mail, and no others, in any order. */
    void awaitMails(String address, String... notices) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(10))
                .pollInterval(Duration.ofMillis(10))
                .untilAsserted(() -> assertEquals(
                        List.of(notices),
                        mails(address).stream()
                                .filter(mail -> mail.kind() == Mail.Kind.NOTIFICATION)
                                .map(mail -> mail.text().split("\n", -1)[0])
                                .sorted()
                                .toList()));
    }

    @Override
    public void close() {
        receiver.close();
        breakable.close();
        sns.close();
        dynamoDb.close();
        emulators.close();
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }

    private static void get(URI uri) {
        try {
            HttpResponse<Void> answer = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.discarding());
            assertEquals(200, answer.statusCode());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Cuts the topic off: nothing leaves this machine for it. */
    private final class Outage implements ExecutionInterceptor {
        @Override
        public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes attributes) {
            if (down) {
                throw new IllegalStateException(DOWN);
            }
        }
    }

    /** A web endpoint that keeps what it gets. */
    static final class Receiver implements AutoCloseable {

        private final List<String> bodies = new CopyOnWriteArrayList<>();
        private final LoopbackServer server;

        Receiver() {
            try {
                server = LoopbackServer.bind(0, "receiver").serve(this::handle);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String url() {
            return server.uri() + "/notices";
        }

        /** Whether nobody ever called. */
        boolean untouched() {
            return bodies.isEmpty();
        }

        void confirm() {
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !bodies.isEmpty());
            get(URI.create(json(bodies.get(0), "SubscribeURL")));
        }

        /** Waits for this notice behind the confirmation, and no other. */
        void await(String notice) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(10))
                    .untilAsserted(() -> assertEquals(
                            List.of(notice),
                            bodies.stream().skip(1).map(b -> json(b, "Message")).toList()));
        }

        @Override
        public void close() {
            server.close();
        }

        private static String json(String body, String member) {
            try {
                return EarshotJson.mapper().readTree(body).path(member).asText();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void handle(HttpExchange exchange) throws IOException {
            try (exchange) {
                bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
                exchange.sendResponseHeaders(200, -1);
            }
        }
    }
}
