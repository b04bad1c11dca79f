package dev.earshot.local.lambda;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/** Forwards what a process writes, line by line, and remembers the end of it for error reports. */
final class OutputPump implements Runnable {

    /** A function that writes without line ends must not fill our memory: 256 KB is CloudWatch's limit too. */
    static final int LONGEST_LINE = 256 * 1024;

    private static final int REMEMBERED_LINES = 20;

    private final InputStream output;
    private final Consumer<String> sink;
    private final Deque<String> last = new ArrayDeque<>();

    OutputPump(InputStream output, Consumer<String> sink) {
        this.output = output;
        this.sink = sink;
    }

    /** Runs until the process closes its output. */
    @Override
    public void run() {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        try (InputStream in = new BufferedInputStream(output)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                if (next == '\n' || line.size() == LONGEST_LINE) {
                    forward(line);
                }
                if (next != '\n') {
                    line.write(next);
                }
            }
        } catch (IOException e) {
            // The process was killed while we read: what it wrote before still counts.
        }
        if (line.size() > 0) {
            forward(line);
        }
    }

    /** The last lines, oldest first. */
    List<String> lastLines() {
        synchronized (last) {
            return List.copyOf(last);
        }
    }

    private void forward(ByteArrayOutputStream bytes) {
        String line = bytes.toString(StandardCharsets.UTF_8);
        bytes.reset();
        String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        synchronized (last) {
            last.addLast(text);
            if (last.size() > REMEMBERED_LINES) {
                last.removeFirst();
            }
        }
        sink.accept(text);
    }
}
