package dev.earshot.local.template;

import java.util.regex.Pattern;

/**
 * The stack that a resource is read in.
 *
 * @param intrinsics resolves against that stack
 */
record Scope(TemplateFile file, LocalEnvironment environment, Intrinsics intrinsics) {

    String logicalId(Declared resource) {
        return file.prefix() + resource.id();
    }

    /** The name that is given, else {@code StackName-LogicalId}; AWS adds random letters, which would help nobody here. */
    String name(Declared resource, Properties properties, String property, Pattern allowed) {
        String name = properties.text(property).orElse(generatedName(resource));
        if (!allowed.matcher(name).matches()) {
            throw properties.at(property).error(name + " is no valid " + property + ", it must match " + allowed);
        }
        return name;
    }

    String generatedName(Declared resource) {
        return environment.stackName() + "-" + resource.id();
    }
}
