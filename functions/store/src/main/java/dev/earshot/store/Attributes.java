package dev.earshot.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Turns values into attributes and back, by way of the JSON that the rest of the world sees. */
final class Attributes {

    private Attributes() {}

    static AttributeValue of(@Nullable Object value) {
        return fromJson(EarshotJson.mapper().valueToTree(value));
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** The attribute that every such item has. */
    static AttributeValue get(Map<String, AttributeValue> item, String name) {
        AttributeValue attribute = item.get(name);
        if (attribute == null) {
            throw new IllegalStateException("an item of the table lacks its " + name);
        }
        return attribute;
    }

    private static boolean isNull(AttributeValue attribute) {
        return Boolean.TRUE.equals(attribute.nul());
    }

    /** The attribute's value; null when the item does not have it, or has it as NULL. */
    static <T> @Nullable T orNull(Map<String, AttributeValue> item, String name, Class<T> type) {
        AttributeValue attribute = item.get(name);
        return attribute == null || isNull(attribute) ? null : read(attribute, type);
    }

    static <T> T read(AttributeValue attribute, Class<T> type) {
        try {
            return EarshotJson.mapper().treeToValue(toJson(attribute), type);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> List<T> readList(AttributeValue attribute, Class<T> type) {
        return attribute.l().stream().map(element -> read(element, type)).toList();
    }

    private static AttributeValue fromJson(JsonNode json) {
        if (json.isObject()) {
            Map<String, AttributeValue> map = new LinkedHashMap<>();
            json.properties().forEach(field -> map.put(field.getKey(), fromJson(field.getValue())));
            return AttributeValue.fromM(map);
        } else if (json.isArray()) {
            List<AttributeValue> list = new ArrayList<>();
            json.forEach(element -> list.add(fromJson(element)));
            return AttributeValue.fromL(list);
        } else if (json.isNumber()) {
            return AttributeValue.fromN(json.asText());
        } else if (json.isBoolean()) {
            return AttributeValue.fromBool(json.asBoolean());
        }
        return json.isNull() || json.isMissingNode() ? AttributeValue.fromNul(true) : text(json.asText());
    }

    private static JsonNode toJson(AttributeValue attribute) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        return switch (attribute.type()) {
            case M -> {
                ObjectNode object = json.objectNode();
                attribute.m().forEach((name, value) -> object.set(name, toJson(value)));
                yield object;
            }
            case L -> {
                ArrayNode array = json.arrayNode();
                attribute.l().forEach(element -> array.add(toJson(element)));
                yield array;
            }
            case N -> number(attribute.n());
            case BOOL -> json.booleanNode(attribute.bool());
            case S -> json.textNode(attribute.s());
            default -> json.nullNode();
        };
    }

    private static JsonNode number(String digits) {
        BigDecimal number = new BigDecimal(digits);
        if (number.scale() > 0) {
            return DecimalNode.valueOf(number);
        }
        // Anybody's number may stand in a rule's pattern.
        BigInteger whole = number.toBigIntegerExact();
        return whole.bitLength() < Long.SIZE ? LongNode.valueOf(whole.longValue()) : BigIntegerNode.valueOf(whole);
    }
}
