package dev.earshot.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.earshot.local.lambda.InvocationResult.Crashed;
import dev.earshot.local.lambda.InvocationResult.FunctionError;
import dev.earshot.local.lambda.InvocationResult.Success;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FunctionPoolLifeTest {

    private static final byte[] HANG = "\"hang\"".getBytes(UTF_8);

    /** The Runtime API's loop as a shell script: answers every event with itself. */
    private static final String ECHO_SCRIPT = """
            #!/bin/sh
            api="http://$AWS_LAMBDA_RUNTIME_API/2018-06-01/runtime/invocation"
            echo "native $_HANDLER"
            while true; do
              curl -sS -D "$TMPDIR/headers" -o "$TMPDIR/event" "$api/next" || exit 1
              id=$(grep -i '^lambda-runtime-aws-request-id' "$TMPDIR/headers" | cut -d' ' -f2 | tr -d '\\r')
              curl -sS -o /dev/null --data-binary "@$TMPDIR/event" "$api/$id/response"
            done
            """;

    @TempDir
    private Path folder;

    @Test
    void reportsAFunctionThatCannotBeInitialisedWithItsLastWords() throws IOException {
        try (FunctionPool pool = start(Packages.java(folder), 1, Map.of("FAIL_INIT", "yes"))) {
            CompletableFuture<InvocationResult> waiting = pool.invoke(HANG);
            CompletionException failure =
                    assertThrows(CompletionException.class, () -> pool.ready().join());
            String message = assertInstanceOf(InitFailedException.class, failure.getCause())
                    .getMessage();
            assertTrue(message.startsWith("ears could not be initialised, 3 attempts"), message);
            assertTrue(message.contains("cannot reach the configuration"), message);
            FunctionError error = assertInstanceOf(FunctionError.class, waiting.join());
            assertEquals("no configuration", error.message());
        }
    }

    @Test
    void runsAsManyAtOnceAsItHasProcesses() throws IOException {
        try (FunctionPool pool = start(Packages.java(folder), 2, Map.of())) {
            pool.ready().join();
            assertEquals(2, Set.copyOf(pool.pids()).size());
            CompletableFuture<InvocationResult> slow = pool.invoke(HANG);
            InvocationResult quick =
                    pool.invoke("\"echo quick\"".getBytes(UTF_8)).join();
            assertInstanceOf(Success.class, quick);
            assertFalse(slow.isDone());
        }
    }

    @Test
    void getsAnotherProcessWhileAnEventWaitsAndNeverMoreThanAllowed() throws IOException {
        try (FunctionPool pool = start(Packages.java(folder), new Share(1, 2, true), Map.of())) {
            pool.ready().join();
            assertEquals(1, pool.pids().size());
            CompletableFuture<InvocationResult> slow = pool.invoke(HANG);
            assertInstanceOf(
                    Success.class, pool.invoke("\"echo quick\"".getBytes(UTF_8)).join());
            assertFalse(slow.isDone());
            CompletableFuture<InvocationResult> second = pool.invoke(HANG);
            CompletableFuture<InvocationResult> third = pool.invoke(HANG);
            await().during(Duration.ofSeconds(1)).until(() -> pool.pids().size() == 2);
            assertFalse(second.isDone() || third.isDone());
        }
    }

    @Test
    void onDemandItStartsWithTheFirstEvent() throws IOException {
        try (FunctionPool pool = start(Packages.java(folder), new Share(1, 1, false).onDemand(), Map.of())) {
            pool.ready().join();
            assertEquals(List.of(), pool.pids());
            assertInstanceOf(
                    Success.class, pool.invoke("\"echo first\"".getBytes(UTF_8)).join());
            assertEquals(1, pool.pids().size());
        }
    }

    @Test
    void leavesNothingBehind() throws IOException {
        FunctionPool pool = start(Packages.java(folder), 1, Map.of());
        pool.ready().join();
        List<ProcessHandle> processes = pool.pids().stream()
                .map(pid -> ProcessHandle.of(pid).orElseThrow())
                .toList();
        CompletableFuture<InvocationResult> working = pool.invoke(HANG);
        CompletableFuture<InvocationResult> waiting = pool.invoke(HANG);
        pool.close();
        assertInstanceOf(Crashed.class, working.join());
        assertInstanceOf(Crashed.class, waiting.join());
        assertInstanceOf(Crashed.class, pool.invoke(HANG).join());
        assertTrue(processes.stream().noneMatch(ProcessHandle::isAlive));
        assertFalse(Files.exists(folder.resolve("work").resolve("ears")));
    }

    @Test
    void runsANativeBootstrap() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "the stand-in for a native executable needs curl");
        Path zip = Packages.bootstrap(folder, ECHO_SCRIPT);
        try (FunctionPool pool = start(zip, 1, Map.of())) {
            Success answer = assertInstanceOf(
                    Success.class, pool.invoke("{\"a\":1}".getBytes(UTF_8)).join());
            assertEquals("{\"a\":1}", new String(answer.payload(), UTF_8));
            pool.pids().forEach(pid -> ProcessHandle.of(pid).orElseThrow().destroyForcibly());
            await().until(() -> pool.invoke("1".getBytes(UTF_8)).join() instanceof Success);
        }
    }

    @Test
    void refusesAnEntryOutsideOfThePackage() throws IOException {
        Path zip = Packages.zip(folder, "../escaped", "boo".getBytes(UTF_8));
        IOException refused = assertThrows(IOException.class, () -> start(zip, 1, Map.of()));
        assertTrue(refused.getMessage().contains("../escaped"), refused.getMessage());
    }

    @Test
    void namesAPackageThatWasNotBuilt() {
        Path missing = folder.resolve("missing.zip");
        assertThrows(NoSuchFileException.class, () -> start(missing, 1, Map.of()));
    }

    private FunctionPool start(Path zip, int processes, Map<String, String> environment) throws IOException {
        return start(zip, Share.of(processes), environment);
    }

    private FunctionPool start(Path zip, Share share, Map<String, String> environment) throws IOException {
        FunctionSpec spec = Packages.spec(zip, Duration.ofSeconds(20), environment);
        return FunctionPool.start(spec, folder.resolve("work"), share, line -> {});
    }
}
