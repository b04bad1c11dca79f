package dev.earshot.local.template;

import dev.earshot.local.template.TableResource.AttributeDefinition;
import dev.earshot.local.template.TableResource.Billing;
import dev.earshot.local.template.TableResource.GlobalIndex;
import dev.earshot.local.template.TableResource.KeySchema;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code AWS::DynamoDB::Table}. */
final class TableReader implements ResourceReader {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{3,255}");

    private static final Set<String> WITHOUT_EFFECT = Set.of(
            "ContributorInsightsSpecification",
            "DeletionProtectionEnabled",
            "OnDemandThroughput",
            "PointInTimeRecoverySpecification",
            "ProvisionedThroughput",
            "ResourcePolicy",
            "SSESpecification",
            "StreamSpecification",
            "TableClass",
            "Tags",
            "WarmThroughput");

    @Override
    public Built read(Declared resource, Scope scope) {
        Properties properties = resource.properties(scope.intrinsics());
        String name = scope.name(resource, properties, "TableName", NAME);
        String arn = scope.environment().arn("dynamodb", "table/" + name);
        TableResource table = new TableResource(
                scope.logicalId(resource),
                name,
                arn,
                properties.sections("AttributeDefinitions").stream()
                        .map(TableReader::attribute)
                        .toList(),
                key(properties),
                properties.sections("GlobalSecondaryIndexes").stream()
                        .map(TableReader::index)
                        .toList(),
                properties
                        .word(
                                "BillingMode",
                                Stream.of(Billing.values()).map(Billing::name).toList())
                        .map(Billing::valueOf)
                        .orElse(Billing.PROVISIONED),
                properties.section("TimeToLiveSpecification").flatMap(TableReader::ttl),
                resource.at());
        properties.refuseOthers(WITHOUT_EFFECT);
        checkAttributes(table, properties);
        return Built.of(Identity.of(name, attributes(arn, properties)), table);
    }

    private static Map<String, String> attributes(String arn, Properties properties) {
        Map<String, String> attributes = new LinkedHashMap<>(Map.of("Arn", arn));
        properties.value("StreamSpecification").ifPresent(stream -> attributes.put("StreamArn", arn + "/stream/local"));
        return attributes;
    }

    private static AttributeDefinition attribute(Properties definition) {
        AttributeDefinition attribute = new AttributeDefinition(
                definition.requiredText("AttributeName"),
                definition.requiredWord("AttributeType", List.of("S", "N", "B")));
        definition.refuseOthers();
        return attribute;
    }

    private static KeySchema key(Properties owner) {
        Map<String, String> byType = new LinkedHashMap<>();
        for (Properties element : owner.sections("KeySchema")) {
            String type = element.requiredWord("KeyType", List.of("HASH", "RANGE"));
            if (byType.put(type, element.requiredText("AttributeName")) != null) {
                throw element.at("KeyType").error("the key has two attributes of type " + type + ", remove one");
            }
            element.refuseOthers();
        }
        String hash = byType.get("HASH");
        if (hash == null) {
            throw owner.missing("KeySchema with a HASH attribute");
        }
        return new KeySchema(hash, Optional.ofNullable(byType.get("RANGE")));
    }

    private static GlobalIndex index(Properties properties) {
        Properties projection = properties.section("Projection").orElseThrow(() -> properties.missing("Projection"));
        GlobalIndex index = new GlobalIndex(
                properties.requiredText("IndexName"),
                key(properties),
                projection
                        .word("ProjectionType", List.of("ALL", "KEYS_ONLY", "INCLUDE"))
                        .orElse("ALL"),
                projection.texts("NonKeyAttributes"));
        projection.refuseOthers();
        properties.refuseOthers(
                "ContributorInsightsSpecification", "OnDemandThroughput", "ProvisionedThroughput", "WarmThroughput");
        return index;
    }

    private static Optional<String> ttl(Properties specification) {
        boolean enabled = specification.flag("Enabled").orElseThrow(() -> specification.missing("Enabled"));
        String attribute = specification.requiredText("AttributeName");
        specification.refuseOthers();
        return enabled ? Optional.of(attribute) : Optional.empty();
    }

    /** DynamoDB wants exactly the attributes of the keys, and says so without a line. */
    private static void checkAttributes(TableResource table, Properties properties) {
        Set<String> wanted = new HashSet<>();
        Stream.concat(Stream.of(table.key()), table.indexes().stream().map(GlobalIndex::key))
                .forEach(key -> {
                    wanted.add(key.hash());
                    key.range().ifPresent(wanted::add);
                });
        Set<String> defined = new HashSet<>();
        table.attributes().forEach(attribute -> defined.add(attribute.name()));
        if (!wanted.equals(defined)) {
            throw properties
                    .at("AttributeDefinitions")
                    .error("AttributeDefinitions must be exactly the attributes of the keys and indexes: " + wanted);
        }
    }
}
