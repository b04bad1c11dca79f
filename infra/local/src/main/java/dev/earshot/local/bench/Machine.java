package dev.earshot.local.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What a measurement was made on. */
public final class Machine {

    private Machine() {}

    /** Lines of {@code name: value}; the load is that of this moment, over the last minute. */
    public static List<String> facts() {
        return List.of(
                "machine-processors: " + Runtime.getRuntime().availableProcessors(),
                "machine-processor: " + fact("/proc/cpuinfo", "model name"),
                "machine-memory: " + fact("/proc/meminfo", "MemTotal"),
                "machine-system: " + System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "machine-java: " + Runtime.version(),
                String.format(
                        Locale.ROOT,
                        "machine-load: %.2f",
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage()));
    }

    private static String fact(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
