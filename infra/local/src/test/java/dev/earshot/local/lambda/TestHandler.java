package dev.earshot.local.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CountDownLatch;

/** The function that the tests package and run: the event's first word says what to do. */
public final class TestHandler implements RequestStreamHandler {

    public TestHandler() {
        if (System.getenv("FAIL_INIT") != null) {
            System.out.println("cannot reach the configuration");
            throw new IllegalStateException("no configuration");
        }
    }

    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        String event = new String(input.readAllBytes(), StandardCharsets.UTF_8);
        String[] words = event.replace("\"", "").split(" ", 2);
        String argument = words.length == 2 ? words[1] : "";
        switch (words[0]) {
            case "echo" -> output.write(argument.getBytes(StandardCharsets.UTF_8));
            case "fail" -> throw new IllegalArgumentException(argument);
            case "halt" -> Runtime.getRuntime().halt(Integer.parseInt(argument));
            case "hang" -> hang(argument);
            case "say" -> System.out.println(argument);
            case "environment" ->
                output.write(String.valueOf(System.getenv(argument)).getBytes(StandardCharsets.UTF_8));
            case "heap" ->
                output.write(Long.toString(Runtime.getRuntime().maxMemory() / (1024 * 1024))
                        .getBytes(StandardCharsets.UTF_8));
            case "arn" -> output.write(context.getInvokedFunctionArn().getBytes(StandardCharsets.UTF_8));
            case "left" ->
                output.write(
                        Integer.toString(context.getRemainingTimeInMillis()).getBytes(StandardCharsets.UTF_8));
            case "bytes" -> output.write(new byte[Integer.parseInt(argument)]);
            default -> throw new IOException("unknown: " + event);
        }
    }

    private static void hang(String where) {
        System.out.println(where);
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
