package dev.earshot.local.template;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads {@code AWS::Serverless::Function}. */
final class FunctionReader implements ResourceReader {

    static final String TYPE = "AWS::Serverless::Function";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    /** What permits, watches, names or sizes the real thing; nothing here depends on it. */
    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "Architectures",
            "AssumeRolePolicyDocument",
            "AutoPublishAlias",
            "AutoPublishAliasAllProperties",
            "AutoPublishCodeSha256",
            "CodeSigningConfigArn",
            "DeadLetterQueue",
            "DeploymentPreference",
            "Description",
            "EphemeralStorage",
            "EventInvokeConfig",
            "KmsKeyArn",
            "LoggingConfig",
            "PermissionsBoundary",
            "Policies",
            "PropagateTags",
            "ProvisionedConcurrencyConfig",
            "RecursiveLoop",
            "ReservedConcurrentExecutions",
            "Role",
            "RolePath",
            "RuntimeManagementConfig",
            "SnapStart",
            "SourceKMSKeyArn",
            "Tags",
            "Tracing",
            "VersionDescription",
            "VpcConfig");

    @Override
    public Built read(Declared resource, Scope scope) {
        Properties properties = resource.without("Events").properties(scope.intrinsics());
        String name = scope.name(resource, properties, "FunctionName", NAME);
        String arn = scope.environment().arn("lambda", "function:" + name);
        FunctionResource function = new FunctionResource(
                scope.logicalId(resource),
                name,
                arn,
                codeUri(properties, scope),
                properties.requiredText("Handler"),
                properties.requiredText("Runtime"),
                properties.integer("Timeout", 1, 900).orElse(3),
                properties.integer("MemorySize", 128, 10_240).orElse(128),
                environment(properties),
                List.of(),
                resource.at());
        properties.word("PackageType", List.of("Zip"));
        properties.refuseOthers(WITHOUT_EFFECT);
        return new Built(
                Identity.of(name, Map.of("Arn", arn)), () -> List.of(withEvents(function, events(resource, scope))));
    }

    private static Path codeUri(Properties properties, Scope scope) {
        String uri = properties.requiredText("CodeUri");
        if (uri.contains("://")) {
            throw properties
                    .at("CodeUri")
                    .error(uri + " is not on this machine, name a file relative to this template");
        }
        return scope.file().resolve(uri, properties.at("CodeUri"));
    }

    private static Map<String, String> environment(Properties properties) {
        Map<String, String> variables = properties
                .section("Environment")
                .map(section -> {
                    Map<String, String> texts = section.textMap("Variables");
                    section.refuseOthers();
                    return texts;
                })
                .orElse(Map.of());
        variables.keySet().stream()
                .filter(name -> !VARIABLE.matcher(name).matches())
                .findFirst()
                .ifPresent(name -> {
                    throw properties.at("Environment").error("the variable " + name + " must match " + VARIABLE);
                });
        return variables;
    }

    private static List<EventSource> events(Declared resource, Scope scope) {
        List<EventSource> events = new ArrayList<>();
        resource.properties().get("Events").flatMap(scope.intrinsics()::resolve).ifPresent(value -> value.asFields(
                        "Events")
                .entries()
                .forEach((name, field) -> events.add(EventReader.read(name, field, scope.intrinsics()))));
        return events;
    }

    private static FunctionResource withEvents(FunctionResource function, List<EventSource> events) {
        return new FunctionResource(
                function.logicalId(),
                function.name(),
                function.arn(),
                function.codeUri(),
                function.handler(),
                function.runtime(),
                function.timeoutSeconds(),
                function.memoryMb(),
                function.environment(),
                events,
                function.at());
    }
}
