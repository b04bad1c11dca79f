package dev.earshot.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.local.template.EventSource.SqsSource;
import dev.earshot.local.template.FunctionResource;
import dev.earshot.local.template.LocalEnvironment;
import dev.earshot.local.template.QueueResource;
import dev.earshot.local.template.Template;
import dev.earshot.local.template.TemplateReader;
import dev.earshot.local.template.TemplateTree;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The template that is deployed: resolved, and as it is written. */
final class RepositoryTemplate {

    static final Path REPOSITORY = Path.of("../..").toAbsolutePath().normalize();

    private static final Path FILE = REPOSITORY.resolve("template.yaml");

    /** Parameters without a default. */
    private static final Map<String, String> WHAT_A_DEPLOYMENT_SAYS = Map.of(
            "Issuer", "https://issuer.example.com",
            "ClientId", "earshot",
            "SessionKey", "a-session-key-of-at-least-32-characters");

    private final Template resolved;
    private final JsonNode written = TemplateTree.read(FILE);

    RepositoryTemplate() {
        this(Map.of());
    }

    /** @param parameters what this deployment says beside what every one must */
    RepositoryTemplate(Map<String, String> parameters) {
        Map<String, String> said = new HashMap<>(WHAT_A_DEPLOYMENT_SAYS);
        said.putAll(parameters);
        resolved = TemplateReader.read(
                FILE,
                said,
                LocalEnvironment.at(URI.create("http://127.0.0.1:9324"), URI.create("http://127.0.0.1:8080")));
    }

    Template resolved() {
        return resolved;
    }

    JsonNode written() {
        return written;
    }

    List<FunctionResource> functions() {
        return resolved.functions();
    }

    /** What the template says about a resource, without what Globals add. */
    JsonNode properties(String logicalId) {
        return written.path("Resources").path(logicalId).path("Properties");
    }

    /** A function's property: its own, or else that of all functions. */
    JsonNode property(FunctionResource function, String name) {
        JsonNode own = properties(function.logicalId()).path(name);
        return own.isMissingNode() ? written.path("Globals").path("Function").path(name) : own;
    }

    /** The properties of every resource of a type. */
    List<JsonNode> all(String type) {
        List<JsonNode> found = new ArrayList<>();
        written.path("Resources").forEach(resource -> {
            if (resource.path("Type").asText().equals(type)) {
                found.add(resource.path("Properties"));
            }
        });
        return found;
    }

    /** Visits each function with each queue that it consumes. */
    void forEachConsumed(BiConsumer<FunctionResource, QueueResource> visit) {
        forEachSource((function, source) ->
                visit.accept(function, resolved.queue(source.queueArn()).orElseThrow()));
    }

    /** Visits each function with each of its queue sources. */
    void forEachSource(BiConsumer<FunctionResource, SqsSource> visit) {
        for (FunctionResource function : functions()) {
            function.events().stream()
                    .filter(SqsSource.class::isInstance)
                    .forEach(source -> visit.accept(function, (SqsSource) source));
        }
    }
}
