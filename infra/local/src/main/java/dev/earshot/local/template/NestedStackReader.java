package dev.earshot.local.template;

import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** Reads {@code AWS::CloudFormation::Stack} and {@code AWS::Serverless::Application}: another template in a file of its own. */
final class NestedStackReader implements ResourceReader {

    private static final String OUTPUTS = "Outputs.";

    private final String locationProperty;

    NestedStackReader(String locationProperty) {
        this.locationProperty = locationProperty;
    }

    @Override
    public Built read(Declared resource, Scope scope) {
        Properties properties = resource.properties(scope.intrinsics());
        String location = properties.requiredText(locationProperty);
        Position at = properties.at(locationProperty);
        Given given = new Given(properties.textMap("Parameters"), properties.at("Parameters"));
        properties.refuseOthers("NotificationARNs", "Tags", "TimeoutInMinutes");
        TemplateFile file = scope.file().nested(resource.id(), location, at);
        if (!Files.isRegularFile(file.path())) {
            throw at.error("there is no file " + location + " beside this template, check the path");
        }
        LocalEnvironment environment = scope.environment().nested(resource.id());
        Stack stack = Stack.read(file, given, environment);
        List<Resource> resources = stack.resources();
        Identity outputs = Identity.of(environment.stackId(), stack.outputs());
        return new Built(
                new Identity(
                        outputs.ref(),
                        name -> name.startsWith(OUTPUTS)
                                ? outputs.attribute().apply(name.substring(OUTPUTS.length()))
                                : Optional.empty()),
                () -> resources);
    }
}
