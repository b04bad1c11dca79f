package dev.earshot.local.template;

import java.util.List;
import java.util.Optional;

/**
 * A DynamoDB table.
 *
 * @param attributes every key attribute of the table and its indexes, and no other
 * @param ttlAttribute the attribute that holds epoch seconds after which an item goes
 */
public record TableResource(
        String logicalId,
        String name,
        String arn,
        List<AttributeDefinition> attributes,
        KeySchema key,
        List<GlobalIndex> indexes,
        Billing billing,
        Optional<String> ttlAttribute,
        Position at)
        implements Resource {

    /** Copies what it is given. */
    public TableResource {
        attributes = List.copyOf(attributes);
        indexes = List.copyOf(indexes);
    }

    /**
     * One key attribute.
     *
     * @param type {@code S}, {@code N} or {@code B}
     */
    public record AttributeDefinition(String name, String type) {}

    /**
     * What finds an item.
     *
     * @param hash the partition key's attribute
     * @param range the sort key's attribute
     */
    public record KeySchema(String hash, Optional<String> range) {}

    /**
     * A global secondary index.
     *
     * @param projection {@code ALL}, {@code KEYS_ONLY} or {@code INCLUDE}
     * @param nonKeyAttributes what {@code INCLUDE} includes; empty otherwise
     */
    public record GlobalIndex(String name, KeySchema key, String projection, List<String> nonKeyAttributes) {

        /** Copies what it is given. */
        public GlobalIndex {
            nonKeyAttributes = List.copyOf(nonKeyAttributes);
        }
    }

    /** How capacity is paid for. Provisioned units have no effect locally, and are not kept. */
    public enum Billing {
        /** Per request. */
        PAY_PER_REQUEST,
        /** Per provisioned unit. */
        PROVISIONED
    }
}
