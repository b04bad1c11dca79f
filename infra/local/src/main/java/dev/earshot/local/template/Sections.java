package dev.earshot.local.template;

import java.util.Set;

/** The top level of a template. */
final class Sections {

    private static final String SAM = "AWS::Serverless-2016-10-31";
    private static final Set<String> KNOWN = Set.of(
            "AWSTemplateFormatVersion",
            "Conditions",
            "Description",
            "Globals",
            "Mappings",
            "Metadata",
            "Outputs",
            "Parameters",
            "Resources",
            "Rules",
            "Transform");

    private final Value.Fields document;

    Sections(Value.Fields document) {
        this.document = document;
        new Properties("the template", document, document.at()).refuseOthers(KNOWN);
        document.get("Transform").ifPresent(Sections::checkTransform);
    }

    /** A section; empty when the template has none. */
    Value.Fields fields(String name) {
        return document.get(name).map(value -> value.asFields(name)).orElseGet(() -> Value.Fields.none(document.at()));
    }

    String description() {
        return document.get("Description")
                .map(value -> value.asText("Description"))
                .orElse("");
    }

    /** Whether {@code AWS::Serverless} types are known to CloudFormation here. */
    boolean isServerless() {
        return document.entries().containsKey("Transform");
    }

    private static void checkTransform(Value value) {
        if (value instanceof Value.Items items) {
            items.values().forEach(Sections::checkTransform);
        } else if (!value.asText("Transform").equals(SAM)) {
            throw value.at().error("the local cloud knows the transform " + SAM + " only, remove the others");
        }
    }
}
