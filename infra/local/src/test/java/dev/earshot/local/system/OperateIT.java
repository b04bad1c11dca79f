package dev.earshot.local.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.emulators.Sdk;
import dev.earshot.local.cli.CommandLineTestSupport;
import dev.earshot.local.cloud.LocalCloud;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What an operator does on the local cloud: traces mentions, looks at dead letters, sends them back. */
class OperateIT {

    private static final Duration SOON = Duration.ofSeconds(30);

    private static LocalCloud cloud;
    private static SqsClient sqs;

    @BeforeAll
    static void startsTheLocalCloud() throws IOException {
        cloud = TestCloud.start();
        sqs = Sdk.client(SqsClient.builder(), cloud.emulators().sqs());
    }

    @AfterAll
    static void endsIt() {
        sqs.close();
        cloud.close();
    }

    @Test
    void aTraceHasEveryHopFromTheWebhookToTheSubscribers() throws Exception {
        try (NoticeReceiver receiver = new NoticeReceiver()) {
            String url = receiver.address().toString();
            earshot(0, "subscribe", "--department", "support", "--url", url);
            earshot(0, "subscribe", "--department", "support", "--email", "ada.lovelace@example.com");
            assertEquals(
                    202,
                    new Forum(cloud.address())
                            .post("trace-1", "I want a refund.")
                            .statusCode());
            MentionId id = MentionId.of("our-forum", "trace-1");
            String trace = traceOf(id.value(), " delivered ", 2);

            assertInOrder(
                    trace,
                    "earshot-ingest    queued         version 1 from our-forum",
                    "earshot-ingest    acknowledged   to our-forum");
            assertInOrder(
                    trace,
                    "earshot-analyze   analyzed       language de",
                    "earshot-analyze   queued         for the next");
            assertInOrder(
                    trace,
                    "earshot-analyze   analyzed ",
                    "earshot-dispatch  dispatched     version 1 to support HIGH; cases: 1 opened, 0 followed",
                    "earshot-dispatch  published      support HIGH, notice ",
                    "sns               delivered      to ");
            assertTrue(trace.contains("delivered      to email a…@example.com, attempt 1\n"), trace);
            assertTrue(trace.contains("delivered      to http http://127.0.0.1:"), trace);
            String caseId = "c_" + id.bare() + "_support";
            assertTrue(trace.contains("case              opened         " + caseId), trace);
            assertEquals(id.value(), trace.lines().findFirst().orElseThrow());
            assertTrue(trace.lines().skip(1).findFirst().orElseThrow().contains("Z     +0 ms  "), trace);
            List<String> times =
                    trace.lines().skip(1).map(line -> line.split(" ", 2)[0]).toList();
            assertEquals(times.stream().sorted().toList(), times);
            assertFalse(trace.contains("refund"), "no words: " + trace);
            assertFalse(trace.contains("lovelace"), trace);
            assertEquals(trace, earshot(0, "trace", caseId));
        }
    }

    @Test
    void whatIsRefusedIsTracedToItsDeadLetterQueueAndGoesBackAsOftenAsItIsAskedFor() throws Exception {
        MentionId id = MentionId.of("our-forum", "newer-1");
        send("earshot-mentions", "{\"earshot\": 9, \"mention\": {\"id\": \"" + id + "\", \"text\": \"my words\"}}");
        String dead = "earshot-analyze   dead-lettered  message [0-9a-f-]{36}: unknown message version 9";
        assertTrue(traceOf(id.value(), " dead-lettered ", 1).lines().anyMatch(line -> line.matches(".*" + dead)));

        String said = earshot(0, "redrive", "mentions");
        assertTrue(said.contains("1 x unknown message version 9, refused by analyze, from earshot-mentions\n"), said);
        assertTrue(said.contains(", mention " + id + "\n"), said);
        assertTrue(said.contains("Moved 1 of 1 back to earshot-mentions.\n"), said);
        assertFalse(said.contains("my words"), said);

        traceOf(id.value(), " dead-lettered ", 2);
        await().atMost(SOON).until(() -> waiting("earshot-mentions-dead") == 1);
    }

    @Test
    void whatAnOutageLeftBehindIsHandledAsIfNothingHadHappened() throws Exception {
        Mention mention = Mention.of("our-forum", "standard-webhooks", "outage-1")
                .text("I want a refund.")
                .language("de") // So that rules alone decide.
                .heard(Clock.systemUTC().instant());
        send("earshot-analyzed-dead", "{\"earshot\": 1}");
        send("earshot-mentions-dead", QueueForms.write(mention));
        String said = earshot(0, "redrive", "earshot-mentions-dead", "--yes");
        assertTrue(said.contains(" x no reason given: SQS moved it here"), said);
        assertTrue(said.contains(", mention " + mention.id() + "\n"), said);
        String trace = traceOf(mention.id().value(), " published ", 1);
        assertTrue(trace.contains("version 1 to support HIGH; cases: 1 opened"), trace);
        assertEquals(1, waiting("earshot-analyzed-dead"), "another queue's letters stay");
    }

    @Test
    void whatIsNotThereIsSaidInOneLineWithWhatIs() {
        assertEquals(
                "earshot: there is no queue 'nobody' with dead letters; there are analyzed, erasures, lessons, mentions\n",
                earshot(2, "redrive", "nobody"));
        String said = earshot(1, "trace", "m_aaaaaaaaaaaaaaaaaaaaaaaaaa");
        assertTrue(said.startsWith("earshot: nothing is known of m_aaaaaaaaaaaaaaaaaaaaaaaaaa: "), said);
        assertEquals(1, said.lines().count(), said);
    }

    private static void assertInOrder(String text, String... parts) {
        int from = 0;
        for (String part : parts) {
            int at = text.indexOf(part, from);
            assertTrue(at >= 0, "'" + part + "' is not where it should be in\n" + text);
            from = at;
        }
    }

    /** The trace once it has a part so often. */
    private static String traceOf(String id, String part, int times) {
        String[] trace = {""};
        await().atMost(SOON).until(() -> {
            trace[0] = CommandLineTestSupport.attempt(cloud.address().getPort(), "trace", id);
            return trace[0].split(part, -1).length == times + 1;
        });
        return trace[0];
    }

    private static String earshot(int code, String... arguments) {
        return CommandLineTestSupport.run(code, cloud.address().getPort(), arguments);
    }

    private static void send(String queue, String body) {
        sqs.sendMessage(s -> s.queueUrl(url(queue)).messageBody(body));
    }

    private static int waiting(String queue) {
        return Integer.parseInt(sqs.getQueueAttributes(
                        g -> g.queueUrl(url(queue)).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes()
                .get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }

    private static String url(String queue) {
        return sqs.getQueueUrl(g -> g.queueName(queue)).queueUrl();
    }
}
