package dev.earshot.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How large DynamoDB counts an item: names and values in bytes, 3 for a map or list and 1 for each of its elements. */
final class ItemSize {

    /** The largest item that DynamoDB takes, in bytes. */
    static final int LARGEST = 400 * 1024;

    private ItemSize() {}

    static int of(Map<String, AttributeValue> item) {
        return item.entrySet().stream()
                .mapToInt(field -> field.getKey().getBytes(UTF_8).length + of(field.getValue()))
                .sum();
    }

    private static int of(AttributeValue value) {
        return switch (value.type()) {
            case S -> value.s().getBytes(UTF_8).length;
            case N -> value.n().length() / 2 + 2;
            case M -> 3 + value.m().size() + of(value.m());
            case L ->
                3 + value.l().stream().mapToInt(element -> 1 + of(element)).sum();
            default -> 1;
        };
    }
}
