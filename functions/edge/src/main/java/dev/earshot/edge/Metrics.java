package dev.earshot.edge;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A function's metrics, written as CloudWatch's embedded metric format: one line of JSON per invocation, namespace
 * {@code Earshot}, dimension {@code function}. A function handles one invocation at a time; this is for one thread.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html">
 *     Embedded metric format</a>
 */
public final class Metrics {

    private static final int MOST_VALUES = 100;

    private final String function;
    private final Clock clock;
    private final Consumer<String> out;
    private final Map<String, Long> counts = new TreeMap<>();
    private final Map<String, List<Long>> times = new TreeMap<>();

    /**
     * @param function the dimension's value
     * @param out takes the finished lines; in Lambda, standard output
     */
    public Metrics(String function, Clock clock, Consumer<String> out) {
        this.function = function;
        this.clock = clock;
        this.out = out;
    }

    /** Adds to a count, named in UpperCamelCase as CloudWatch's own metrics are. */
    public void count(String name, long more) {
        counts.merge(name, more, Long::sum);
    }

    /** Adds a time that something took, kept in milliseconds; of one name at most 100 per invocation count. */
    public void time(String name, Duration took) {
        List<Long> values = times.computeIfAbsent(name, n -> new ArrayList<>());
        if (values.size() < MOST_VALUES) {
            values.add(took.toMillis());
        }
    }

    /** Writes the line, if there is anything to say, and begins anew. */
    public void flush() {
        if (counts.isEmpty() && times.isEmpty()) {
            return;
        }
        ObjectNode line = EarshotJson.mapper().createObjectNode();
        ObjectNode aws = line.putObject("_aws").put("Timestamp", clock.millis());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "Earshot");
        directive.putArray("Dimensions").addArray().add("function");
        ArrayNode metrics = directive.putArray("Metrics");
        line.put("function", function);
        counts.forEach((name, value) -> {
            metrics.addObject().put("Name", name).put("Unit", "Count");
            line.put(name, value);
        });
        times.forEach((name, values) -> {
            metrics.addObject().put("Name", name).put("Unit", "Milliseconds");
            ArrayNode array = line.putArray(name);
            values.forEach(array::add);
        });
        counts.clear();
        times.clear();
        out.accept(line.toString());
    }
}
