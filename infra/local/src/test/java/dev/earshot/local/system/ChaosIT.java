package dev.earshot.local.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.emulators.Sdk;
import dev.earshot.local.cli.CommandLineTestSupport;
import dev.earshot.local.cloud.LocalCloud;
import dev.earshot.local.template.FunctionResource;
import dev.earshot.store.Counts;
import dev.earshot.store.TableSettings;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Nothing is lost and nothing is doubled while functions are killed. */
class ChaosIT {

    private static final int MENTIONS = 1_000;
    private static final int SENDERS = 8;
    private static final int KILLS = 6;
    private static final Duration SENDING = Duration.ofSeconds(50);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void aThousandMentionsSentTwiceWhileFunctionsAreKilledAreStoredOnceAndAllNoticed() throws Exception {
        try (LocalCloud cloud = TestCloud.start();
                NoticeReceiver receiver = new NoticeReceiver()) {
            int port = cloud.address().getPort();
            subscribe(port, "support", receiver);
            subscribe(port, "product", receiver);
            AtomicInteger kills = new AtomicInteger();
            ScheduledExecutorService killer = Executors.newSingleThreadScheduledExecutor();
            Future<?> killing = killer.scheduleAtFixedRate(() -> kill(cloud, kills), 5, 10, TimeUnit.SECONDS);
            sendAllTwice(new Forum(cloud.address()));
            await().atMost(PATIENCE).until(() -> kills.get() >= KILLS);
            killing.cancel(false);
            killer.shutdownNow();

            int product = (MENTIONS + 2) / 3;
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> noticeIds(receiver, "support").size() == MENTIONS
                            && noticeIds(receiver, "product").size() == product);
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> queuesAreEmpty(cloud));
            try (DynamoDbClient dynamoDb =
                    Sdk.client(DynamoDbClient.builder(), cloud.emulators().dynamoDb())) {
                Counts counts = new Counts(dynamoDb, new TableSettings(cloud.table(), 1, 1, Duration.ofDays(1)));
                assertEquals(MENTIONS, items(dynamoDb, cloud.table(), "MENTION"));
                assertEquals(MENTIONS, items(dynamoDb, cloud.table(), "CASE#support"));
                assertEquals(product, items(dynamoDb, cloud.table(), "CASE#product"));
                assertEquals(MENTIONS, total(counts, "support", "cases"));
                assertEquals(product, total(counts, "product", "cases"));
                long mentions = total(counts, "support", "mentions") + total(counts, "product", "mentions");
                assertEquals(MENTIONS, mentions);
            }
            assertEquals(List.of(), receiver.faults());
            assertTrue(kills.get() >= KILLS, "killed " + kills.get());
        }
    }

    private static void subscribe(int port, String department, NoticeReceiver receiver) {
        String url = receiver.address() + "/" + department;
        CommandLineTestSupport.run(0, port, "subscribe", "--department", department, "--url", url);
    }

    /** Kills the functions that run in turn, as {@code kill -9} does; one without work may have no process. */
    private static void kill(LocalCloud cloud, AtomicInteger kills) {
        List<FunctionResource> functions = cloud.template().functions().stream()
                .filter(function -> !cloud.pids(function).isEmpty())
                .toList();
        FunctionResource victim = functions.get(kills.get() % functions.size());
        cloud.pids(victim).forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
        kills.incrementAndGet();
    }

    private static void sendAllTwice(Forum forum) throws Exception {
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        long begun = System.nanoTime();
        List<Future<?>> sent = new ArrayList<>();
        for (int i = 0; i < MENTIONS * 2; i++) {
            int number = i % MENTIONS;
            long due = begun + SENDING.toNanos() * i / (MENTIONS * 2);
            sent.add(senders.submit(() -> sendUntilTaken(forum, number, due)));
        }
        for (Future<?> one : sent) {
            one.get();
        }
        senders.shutdown();
    }

    /** As a platform does: again, until it is acknowledged. */
    private static void sendUntilTaken(Forum forum, int number, long due) {
        await().pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5))
                .atMost(PATIENCE)
                .until(() -> System.nanoTime() >= due);
        String text = number % 3 == 0 ? "Refund the broken one, number " + number : "Refund, number " + number;
        await().pollDelay(Duration.ZERO).atMost(PATIENCE).until(() -> {
            try {
                return forum.post("chaos-" + number, text).statusCode() == 202;
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static Set<String> noticeIds(NoticeReceiver receiver, String department) {
        return receiver.notices().stream()
                .filter(notice -> notice.get("department").asText().equals(department))
                .map((JsonNode notice) -> notice.get("noticeId").asText())
                .collect(Collectors.toSet());
    }

    private static boolean queuesAreEmpty(LocalCloud cloud) {
        String status = CommandLineTestSupport.status(cloud.address());
        return !status.matches(".*\"(waiting|inFlight)\":[1-9].*");
    }

    private static long total(Counts counts, String department, String name) {
        LocalDate today = Clock.systemUTC().instant().atZone(ZoneOffset.UTC).toLocalDate();
        return counts.of(department, today).getOrDefault(name, 0L)
                + counts.of(department, today.minusDays(1)).getOrDefault(name, 0L);
    }

    private static long items(DynamoDbClient dynamoDb, String table, String sortKey) {
        return dynamoDb.scanPaginator(s -> s.tableName(table).projectionExpression("sk")).items().stream()
                .filter(item -> item.get("sk").s().equals(sortKey))
                .count();
    }
}
