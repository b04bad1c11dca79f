package dev.earshot.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.local.lambda.InvocationResult.Crashed;
import dev.earshot.local.lambda.InvocationResult.FunctionError;
import dev.earshot.local.lambda.InvocationResult.Success;
import dev.earshot.local.lambda.InvocationResult.TimedOut;
import dev.earshot.local.lambda.InvocationResult.TooLarge;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FunctionPoolTest {

    private final Queue<FunctionLine> lines = new ConcurrentLinkedQueue<>();
    private FunctionPool pool;

    @BeforeAll
    void startsOneFunction(@TempDir Path folder) throws IOException {
        FunctionSpec spec = Packages.spec(Packages.java(folder), Duration.ofSeconds(2), Map.of("COLOUR", "green"));
        pool = FunctionPool.start(spec, folder.resolve("work"), PoolSize.of(1), lines::add);
    }

    @AfterAll
    void stopsTheFunction() {
        pool.close();
    }

    @Test
    void answersWhatTheFunctionAnswers() {
        assertEquals("hello", text(invoke("echo hello")));
        assertTrue(pool.ready().isDone());
    }

    @Test
    void givesTheFunctionTheEnvironmentOfLambda() {
        assertEquals("green", text(invoke("environment COLOUR")));
        assertEquals("ears", text(invoke("environment AWS_LAMBDA_FUNCTION_NAME")));
        assertEquals("eu-central-1", text(invoke("environment AWS_REGION")));
        assertEquals(":UTC", text(invoke("environment TZ")));
        assertEquals("null", text(invoke("environment USER")));
        assertEquals("arn:aws:lambda:eu-central-1:000000000000:function:ears", text(invoke("arn")));
    }

    @Test
    void givesTheHeapMostOfTheMemory() {
        int heap = Integer.parseInt(text(invoke("heap")));
        assertTrue(heap > 190 && heap < 256, "heap of " + heap + " MiB");
    }

    @Test
    void tellsTheFunctionHowMuchTimeIsLeft() {
        int left = Integer.parseInt(text(invoke("left")));
        assertTrue(left > 0 && left <= 2000, left + " ms");
    }

    @Test
    void reportsWhatTheFunctionThrew() {
        FunctionError error = assertInstanceOf(FunctionError.class, invoke("fail bad words"));
        assertEquals(new FunctionError("java.lang.IllegalArgumentException", "bad words"), error);
    }

    @Test
    void replacesAProcessThatHalts() {
        Crashed crashed = assertInstanceOf(Crashed.class, invoke("halt 3"));
        assertEquals("Runtime exited with error: exit status 3", crashed.reason());
        assertEquals("again", text(invoke("echo again")));
    }

    @Test
    void killsWhatTakesTooLong() {
        invoke("echo warm");
        List<Long> before = pool.pids();
        assertEquals(new TimedOut(Duration.ofSeconds(2)), invoke("hang"));
        assertEquals("again", text(invoke("echo again")));
        assertFalse(pool.pids().equals(before));
    }

    @Test
    void survivesAKilledProcess() {
        invoke("echo warm");
        long pid = pool.pids().get(0);
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        await().until(() -> pool.pids().stream().noneMatch(other -> other == pid));
        assertEquals("again", text(invoke("echo again")));
    }

    @Test
    void endsWhatAKilledProcessWorkedOnAndKeepsWhatWaits() {
        invoke("echo warm");
        CompletableFuture<InvocationResult> working = pool.invoke("\"hang here\"".getBytes(UTF_8));
        await().until(() -> lines.contains(new FunctionLine("ears", "here")));
        CompletableFuture<InvocationResult> waiting = pool.invoke("\"echo patience\"".getBytes(UTF_8));
        ProcessHandle.of(pool.pids().get(0)).orElseThrow().destroyForcibly();
        assertInstanceOf(Crashed.class, working.join());
        assertEquals("patience", text(waiting.join()));
    }

    @Test
    void forwardsWhatTheFunctionWrites() {
        invoke("say good morning");
        await().until(() -> lines.contains(new FunctionLine("ears", "good morning")));
    }

    @Test
    void carriesEventsAndAnswersUpToSixMegabytes() {
        String most = "x".repeat(RuntimeApi.LARGEST_REQUEST - "\"echo \"".length());
        assertEquals(most.length(), text(invoke("echo " + most)).length());
        assertEquals(
                new TooLarge(RuntimeApi.LARGEST_REQUEST + 1, RuntimeApi.LARGEST_REQUEST), invoke("echo " + most + "x"));
        FunctionError error = assertInstanceOf(FunctionError.class, invoke("bytes " + 7_000_000));
        assertEquals("Function.ResponseSizeTooLarge", error.type());
        assertEquals("again", text(invoke("echo again")));
    }

    private InvocationResult invoke(String event) {
        return pool.invoke(('"' + event + '"').getBytes(UTF_8))
                .orTimeout(30, TimeUnit.SECONDS)
                .join();
    }

    private static String text(InvocationResult result) {
        return new String(assertInstanceOf(Success.class, result).payload(), UTF_8);
    }
}
