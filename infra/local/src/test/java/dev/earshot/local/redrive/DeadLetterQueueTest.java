package dev.earshot.local.redrive;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.SqsEmulator;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class DeadLetterQueueTest {

    private static final String MENTION = "m_aaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static SqsEmulator emulator;
    private static SqsClient sqs;

    private String stack;
    private String source;
    private String dead;
    private DeadLetterQueue letters;

    @BeforeAll
    static void start() {
        emulator = SqsEmulator.start();
        sqs = Sdk.client(SqsClient.builder(), emulator.endpoint());
    }

    @AfterAll
    static void stop() {
        sqs.close();
        emulator.close();
    }

    @BeforeEach
    void newQueues() {
        stack = "s" + UUID.randomUUID();
        dead = create(stack + "-mentions-dead", Map.of());
        source = create(
                stack + "-mentions",
                Map.of(
                        QueueAttributeName.REDRIVE_POLICY,
                        "{\"deadLetterTargetArn\":\"" + arn(dead) + "\",\"maxReceiveCount\":\"1\"}"));
        letters = new DeadLetterQueues(sqs, stack).find("mentions").orElseThrow();
    }

    @Test
    void aQueueIsFoundByItsWordAndByEveryNameThatItHas() {
        DeadLetterQueues queues = new DeadLetterQueues(sqs, stack);
        for (String name : List.of("mentions", "mentions-dead", stack + "-mentions", stack + "-mentions-dead")) {
            assertEquals(
                    stack + "-mentions-dead", queues.find(name).orElseThrow().name());
            assertEquals(stack + "-mentions", queues.find(name).orElseThrow().sourceName());
        }
        assertTrue(queues.find("analyzed").isEmpty());
        assertEquals(List.of("mentions"), queues.stages());
    }

    @Test
    void lookingTellsWhyEachIsThereAndTakesNothingAway() {
        refuse("{\"mention\": {\"id\": \"" + MENTION + "\"}}", "too new");
        sendAndFail("{\"earshot\": 1}");
        for (int times = 0; times < 2; times++) {
            Map<String, DeadLetter> found = letters.look().stream()
                    .collect(Collectors.toMap(
                            letter -> String.valueOf(letter.cause().reason()), letter -> letter));
            assertEquals(Set.of("too new", "null"), found.keySet());
            assertEquals(MENTION, found.get("too new").mentionId());
            assertEquals("analyze", found.get("too new").cause().function());
            assertEquals("mentions", found.get("too new").cause().origin());
            assertNull(found.get("null").mentionId());
            assertNull(found.get("null").cause().function());
        }
    }

    @Test
    void allGoBackOnceWithoutWhatWeAddedToThem() {
        List<String> bodies = IntStream.range(0, 37).mapToObj(i -> "body " + i).toList();
        bodies.forEach(body -> refuse(body, "too new"));
        assertEquals(new Moved(37, 0, 0, 0, null), letters.move(ids(letters.look())));
        List<Message> back = drain(source);
        assertEquals(
                bodies.stream().sorted().toList(),
                back.stream().map(Message::body).sorted().toList());
        back.forEach(message -> assertEquals(
                Set.of("trace"), message.messageAttributes().keySet(), "the sender's own attribute stays"));
        assertEquals(List.of(), letters.look());
    }

    @Test
    void largeLettersGoBackThough256KilobytesAreAllThatIsSentAtOnce() {
        for (int i = 0; i < 5; i++) {
            refuse("x".repeat(100_000), "too new");
        }
        assertEquals(new Moved(5, 0, 0, 0, null), letters.move(ids(letters.look())));
        assertEquals(5, drain(source).size());
    }

    @Test
    void whatIsRefusedAgainStaysSoThatNothingGoesRoundForEver() {
        refuse("first", "too new");
        Set<String> looked = ids(letters.look());
        refuse("again", "too new");
        refuse("and again", "too new");
        Moved moved = letters.move(looked);
        assertEquals(1, moved.moved());
        assertEquals(0, moved.missed());
        assertEquals(List.of("first"), drain(source).stream().map(Message::body).toList());
        assertEquals(2, letters.look().size(), "and they can be seen at once");
    }

    @Test
    void whenTheQueueDoesNotTakeThemTheyStayAndCanBeSeen() {
        refuse("one", "too new");
        refuse("two", "too new");
        Set<String> looked = ids(letters.look());
        sqs.deleteQueue(d -> d.queueUrl(source));
        Moved moved = letters.move(looked);
        assertEquals(0, moved.moved());
        assertEquals(2, moved.missed());
        assertNotNull(moved.fault());
        assertEquals(2, letters.look().size());
    }

    @Test
    void whatSomebodyElseTookIsMissedAndNotWaitedFor() {
        refuse("one", "too new");
        Set<String> looked = ids(letters.look());
        drain(dead);
        assertEquals(new Moved(0, 0, 1, 0, null), letters.move(looked));
    }

    private static Set<String> ids(List<DeadLetter> letters) {
        return letters.stream().map(DeadLetter::messageId).collect(Collectors.toSet());
    }

    /** As a function does it, and with an attribute that the sender gave. */
    private void refuse(String body, String reason) {
        Map<String, MessageAttributeValue> attributes = new HashMap<>();
        attributes.put("reason", text(reason));
        attributes.put("function", text("analyze"));
        attributes.put("origin", text("arn:aws:sqs:eu-central-1:000000000000:mentions"));
        attributes.put("originMessageId", text("id"));
        attributes.put("trace", text("1"));
        sqs.sendMessage(s -> s.queueUrl(dead).messageBody(body).messageAttributes(attributes));
    }

    /** As SQS does it after the last delivery. */
    private void sendAndFail(String body) {
        sqs.sendMessage(s -> s.queueUrl(source).messageBody(body));
        for (int deliveries = 0; deliveries < 2; deliveries++) {
            sqs.receiveMessage(r -> r.queueUrl(source).visibilityTimeout(0));
        }
    }

    private static List<Message> drain(String url) {
        List<Message> all = new ArrayList<>();
        List<Message> some;
        do {
            some = sqs.receiveMessage(r -> r.queueUrl(url)
                            .maxNumberOfMessages(10)
                            .visibilityTimeout(600)
                            .messageAttributeNames("All"))
                    .messages();
            all.addAll(some);
        } while (!some.isEmpty());
        return all;
    }

    private static String create(String name, Map<QueueAttributeName, String> attributes) {
        return sqs.createQueue(c -> c.queueName(name).attributes(attributes)).queueUrl();
    }

    private static String arn(String url) {
        return sqs.getQueueAttributes(g -> g.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN))
                .attributes()
                .get(QueueAttributeName.QUEUE_ARN);
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
