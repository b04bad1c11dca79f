package dev.earshot.local.template;

import java.util.List;
import java.util.Optional;

/** Reads one entry of a function's {@code Events}. */
final class EventReader {

    static final String HTTP_API = "HttpApi";

    private EventReader() {}

    static EventSource read(String name, Value.Field field, Intrinsics intrinsics) {
        Position at = field.key();
        Properties event = new Properties("event " + name, field.value().asFields("event " + name), at);
        String type = event.requiredText("Type");
        Properties properties =
                event.section("Properties").orElseGet(() -> new Properties("event " + name, Value.Fields.none(at), at));
        event.refuseOthers();
        return switch (type) {
            case HTTP_API -> HttpRouteReader.read(name, properties, at, intrinsics);
            case "SQS" -> sqs(name, properties, at);
            case "Schedule" -> ScheduleReader.schedule(name, properties, at);
            case "ScheduleV2" -> ScheduleReader.scheduleV2(name, properties, at);
            default ->
                throw event.at("Type")
                        .error("the local cloud does not know events of type " + type
                                + ", use HttpApi, SQS, Schedule or ScheduleV2");
        };
    }

    private static EventSource sqs(String name, Properties properties, Position at) {
        EventSource.SqsSource source = new EventSource.SqsSource(
                name,
                properties.requiredText("Queue"),
                properties.integer("BatchSize", 1, 10_000).orElse(10),
                properties.integer("MaximumBatchingWindowInSeconds", 0, 300).orElse(0),
                reportsFailures(properties),
                properties.section("ScalingConfig").flatMap(EventReader::maxConcurrency),
                properties.flag("Enabled").orElse(true),
                at);
        properties.refuseOthers("MetricsConfig", "Tags");
        if (source.batchSize() > 10 && source.windowSeconds() == 0) {
            throw properties
                    .at("BatchSize")
                    .error("a BatchSize over 10 wants a MaximumBatchingWindowInSeconds, add it");
        }
        return source;
    }

    private static boolean reportsFailures(Properties properties) {
        List<String> responses = properties.texts("FunctionResponseTypes");
        if (!responses.isEmpty() && !responses.equals(List.of("ReportBatchItemFailures"))) {
            throw properties.at("FunctionResponseTypes").error("only [ReportBatchItemFailures] is known, use that");
        }
        return !responses.isEmpty();
    }

    private static Optional<Integer> maxConcurrency(Properties scaling) {
        Optional<Integer> most = scaling.integer("MaximumConcurrency", 2, 1000);
        scaling.refuseOthers();
        return most;
    }
}
