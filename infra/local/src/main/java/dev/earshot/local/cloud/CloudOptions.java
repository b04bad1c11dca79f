package dev.earshot.local.cloud;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.routing.Department;
import dev.earshot.local.lambda.FunctionLine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a local cloud is started with.
 *
 * @param template the path of {@code template.yaml}
 * @param port of the HTTP API on 127.0.0.1; 0 for a free one
 * @param sources served as SSM parameters
 * @param departments stored before the functions start
 * @param endpoint whose services are used instead of our own emulators
 * @param analyzer the template's {@code AnalyzerMode}
 * @param comprehend the variables that a function which uses Comprehend gets, such as credentials
 * @param onDemand the logical ids of functions that start with their first event, as in Lambda, instead of at once
 * @param mostProcesses how many processes a function behind the HTTP API has at most; others have one
 * @param progress hears what is being done, one short sentence each
 * @param output gets every line that a function writes
 */
public record CloudOptions(
        Path template,
        int port,
        List<Source> sources,
        List<Department> departments,
        Optional<CloudEndpoint> endpoint,
        String analyzer,
        Map<String, String> comprehend,
        Set<String> onDemand,
        int mostProcesses,
        Consumer<String> progress,
        Consumer<FunctionLine> output) {

    public CloudOptions {
        sources = List.copyOf(sources);
        departments = List.copyOf(departments);
        comprehend = Map.copyOf(comprehend);
        onDemand = Set.copyOf(onDemand);
    }

    /** These, with another listener beside the one that is there. */
    CloudOptions alsoTelling(Consumer<FunctionLine> listener) {
        return new CloudOptions(
                template,
                port,
                sources,
                departments,
                endpoint,
                analyzer,
                comprehend,
                onDemand,
                mostProcesses,
                progress,
                listener.andThen(output));
    }
}
