package dev.earshot.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What an update sets and adds; names may be words that DynamoDB reserves. */
final class Assignments {

    private final List<String> sets = new ArrayList<>();
    private final List<String> adds = new ArrayList<>();
    private final Map<String, String> names = new LinkedHashMap<>();
    private final Map<String, AttributeValue> values = new LinkedHashMap<>();

    /** Sets an attribute; leaves it as it is when the value is null. */
    Assignments set(String name, @Nullable Object value) {
        return value == null ? this : setOrClear(name, value);
    }

    /** Sets an attribute to null when the value is null. */
    Assignments setOrClear(String name, @Nullable Object value) {
        sets.add("#" + name + " = :" + name);
        put(name, Attributes.of(value));
        return this;
    }

    /** Adds to a number, which begins at 0. */
    Assignments add(String name, long more) {
        adds.add("#" + name + " :" + name);
        put(name, Attributes.number(more));
        return this;
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    String expression() {
        String set = sets.isEmpty() ? "" : "SET " + String.join(", ", sets);
        String add = adds.isEmpty() ? "" : " ADD " + String.join(", ", adds);
        return (set + add).strip();
    }

    Map<String, String> names() {
        return names;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    private void put(String name, AttributeValue value) {
        names.put("#" + name, name);
        values.put(":" + name, value);
    }
}
