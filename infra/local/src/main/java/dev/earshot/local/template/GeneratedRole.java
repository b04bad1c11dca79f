package dev.earshot.local.template;

import java.util.Map;

/** The role that SAM makes for a function that names none; policies of other resources refer to it. */
final class GeneratedRole {

    private GeneratedRole() {}

    static Identity of(Declared function, LocalEnvironment environment) {
        String name = environment.stackName() + "-" + function.id() + "Role";
        String arn = "arn:" + environment.partition() + ":iam::" + environment.accountId() + ":role/" + name;
        return Identity.of(name, Map.of("Arn", arn));
    }
}
