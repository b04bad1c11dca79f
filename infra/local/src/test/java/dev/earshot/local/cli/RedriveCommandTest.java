package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.SqsEmulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;

/** The command against a stack, which the SDK finds by its usual environment. */
class RedriveCommandTest {

    private static final String MENTION = "m_aaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static SqsEmulator emulator;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        emulator = SqsEmulator.start();
        sqs = Sdk.client(SqsClient.builder(), emulator.endpoint());
        for (String name :
                List.of("listening-mentions", "listening-mentions-dead", "listening-analyzed-dead", "other-dead")) {
            sqs.createQueue(c -> c.queueName(name));
        }
    }

    @AfterAll
    static void stop() {
        sqs.close();
        emulator.close();
    }

    @Test
    void reasonsAreShownEscapedAndWithoutTextsThenAllIsMovedAndCounted() throws Exception {
        refuse("{\"mention\": {\"id\": \"" + MENTION + "\", \"text\": \"my words\"}}", "too new\u009b2J\u202eevil");
        refuse("{\"text\": \"my words\"}", "not JSON");
        refuse("{\"text\": \"my words\"}", "not JSON");
        send("listening-mentions-dead", "\"my words\"", Map.of());
        String said = earshot(0, "redrive", "mentions", "--stack", "listening");
        List<String> lines = said.lines().toList();
        assertEquals("Looking at listening-mentions-dead ...", lines.get(0));
        assertEquals("listening-mentions-dead holds 4 dead letters:", lines.get(1));
        assertEquals("2 x not JSON, refused by analyze, from mentions", lines.get(2));
        assertTrue(lines.get(3).matches("    message [0-9a-f-]{36}, no mention id"), said);
        assertTrue(said.contains("1 x too new<U+9B>2J<U+202E>evil, refused by analyze, from mentions\n"), said);
        assertTrue(said.contains(", mention " + MENTION + "\n"), said);
        assertTrue(said.contains("1 x no reason given: SQS moved it here"), said);
        assertTrue(said.endsWith("\nMoved 4 of 4 back to listening-mentions.\n"), said);
        assertFalse(said.contains("my words"), said);

        assertEquals(
                "Looking at listening-mentions-dead ...\nlistening-mentions-dead holds no dead letters.\n",
                earshot(0, "redrive", "mentions-dead", "--stack", "listening", "--yes"));
    }

    @Test
    void anUnknownQueueIsRefusedWithThoseThatThereAre() throws Exception {
        assertEquals(
                "earshot: there is no queue 'mention' with dead letters; there are analyzed, mentions\n",
                earshot(2, "redrive", "mention", "--stack", "listening"));
    }

    @Test
    void whatCannotBeAskedForIsRefused() {
        CommandLineTestSupport.run(2, "redrive");
        CommandLineTestSupport.run(2, "redrive", "mentions", "--stack", "my stack");
        CommandLineTestSupport.run(2, "redrive", "mentions", "--stack", "listening", "--port", "8080");
        CommandLineTestSupport.run(2, "redrive", "mentions", "--port", "0");
        assertTrue(CommandLineTestSupport.run(1, 1, "redrive", "mentions")
                .contains("no local cloud answers on port 1; start one with ./earshot up"));
    }

    @Test
    void aPersonIsAskedAndAnythingButYesIsNo() {
        List<String> asked = new ArrayList<>();
        assertTrue(Confirmation.given(false, answers(asked, " YES\n"), "Send?"));
        assertTrue(Confirmation.given(false, answers(asked, "y"), "Send?"));
        assertFalse(Confirmation.given(false, answers(asked, ""), "Send?"));
        assertFalse(Confirmation.given(false, answers(asked, "null"), "Send?"));
        assertEquals(List.of("Send? [y/N] ", "Send? [y/N] ", "Send? [y/N] ", "Send? [y/N] "), asked);
        assertTrue(Confirmation.given(true, answers(asked, "no"), "Send?"));
        assertTrue(Confirmation.given(false, null, "Send?"));
        assertEquals(4, asked.size());
    }

    private static UnaryOperator<String> answers(List<String> asked, String answer) {
        return question -> {
            asked.add(question);
            return answer;
        };
    }

    private static String earshot(int code, String... arguments) throws Exception {
        Map<String, String> environment = Map.of(
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_SQS", emulator.endpoint().toString());
        return ShellTestSupport.sh(code, environment, ShellTestSupport.EARSHOT, arguments);
    }

    private static void refuse(String body, String reason) {
        send(
                "listening-mentions-dead",
                body,
                Map.of(
                        "reason",
                        text(reason),
                        "function",
                        text("analyze"),
                        "origin",
                        text("arn:aws:sqs:x:0:mentions")));
    }

    private static void send(String queue, String body, Map<String, MessageAttributeValue> attributes) {
        String url = sqs.getQueueUrl(g -> g.queueName(queue)).queueUrl();
        sqs.sendMessage(s -> s.queueUrl(url).messageBody(body).messageAttributes(attributes));
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
