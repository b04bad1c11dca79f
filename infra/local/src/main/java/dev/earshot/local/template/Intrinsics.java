package dev.earshot.local.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** Resolves values: what comes out holds no {@link Value.Call}. */
final class Intrinsics {

    /** Every function that is understood, those of conditions included. */
    static final SortedSet<String> KNOWN = Collections.unmodifiableSortedSet(new TreeSet<>(List.of(
            "Ref",
            "Fn::And",
            "Fn::Equals",
            "Fn::FindInMap",
            "Fn::GetAtt",
            "Fn::If",
            "Fn::Join",
            "Fn::Not",
            "Fn::Or",
            "Fn::Select",
            "Fn::Split",
            "Fn::Sub")));

    /** Nested substitutions could double a text at each level; nothing honest comes near this. */
    private static final int MAX_CHARS = 65_536;

    private final References references;

    Intrinsics(References references) {
        this.references = references;
    }

    /** The value without its calls; empty for {@code AWS::NoValue}, which removes the key or list item that holds it. */
    Optional<Value> resolve(Value value) {
        if (value instanceof Value.Call call) {
            return call(call);
        }
        if (value instanceof Value.Items items) {
            List<Value> resolved = new ArrayList<>();
            items.values().forEach(item -> resolve(item).ifPresent(resolved::add));
            return Optional.of(new Value.Items(List.copyOf(resolved), items.at()));
        }
        return Optional.of(value instanceof Value.Fields fields ? resolve(fields) : value);
    }

    Value.Fields resolve(Value.Fields fields) {
        Map<String, Value.Field> resolved = new LinkedHashMap<>();
        fields.entries().forEach((name, field) -> resolve(field.value())
                .ifPresent(value -> resolved.put(name, new Value.Field(field.key(), value))));
        return new Value.Fields(Collections.unmodifiableMap(resolved), fields.at());
    }

    /** The value as a text; {@code what} names it in errors. */
    String text(Value value, String what) {
        return resolve(value)
                .orElseThrow(() -> value.at().error(what + " must have a value, AWS::NoValue is none"))
                .asText(what);
    }

    private Optional<Value> call(Value.Call call) {
        return switch (call.function()) {
            case "Ref" -> ref(call);
            case "Fn::If" -> chosen(call);
            case "Fn::GetAtt" -> Optional.of(Value.text(attribute(call), call.at()));
            case "Fn::Sub" -> Optional.of(bounded(new Substitution(this, references).apply(call), call));
            case "Fn::Join" -> Optional.of(bounded(join(call), call));
            case "Fn::Split" -> Optional.of(split(call));
            case "Fn::Select" -> Optional.of(select(call));
            case "Fn::FindInMap" -> Optional.of(mapped(call));
            default ->
                throw call.at().error(call.function() + " belongs under Conditions, name it there and use Fn::If");
        };
    }

    private Optional<Value> ref(Value.Call call) {
        String name = call.argument().asText("Ref");
        return name.equals("AWS::NoValue") ? Optional.empty() : Optional.of(references.ref(name, call.at()));
    }

    private Optional<Value> chosen(Value.Call call) {
        List<Value> arguments = arguments(call, 3);
        String condition = arguments.get(0).asText("the condition of Fn::If");
        return resolve(references.condition(condition, call.at()) ? arguments.get(1) : arguments.get(2));
    }

    private String attribute(Value.Call call) {
        String target = call.argument() instanceof Value.Items items
                ? String.join(
                        ".",
                        items.values().stream()
                                .map(item -> text(item, "Fn::GetAtt"))
                                .toList())
                : call.argument().asText("Fn::GetAtt");
        int dot = target.indexOf('.');
        if (dot < 1 || dot == target.length() - 1) {
            throw call.at().error("Fn::GetAtt wants Resource.Attribute, not " + target);
        }
        return references.attribute(target.substring(0, dot), target.substring(dot + 1), call.at());
    }

    private String join(Value.Call call) {
        List<Value> arguments = arguments(call, 2);
        List<String> parts = list(arguments.get(1), "Fn::Join").stream()
                .map(part -> part.asText("what Fn::Join joins"))
                .toList();
        return String.join(arguments.get(0).asText("the delimiter of Fn::Join"), parts);
    }

    private Value split(Value.Call call) {
        List<Value> arguments = arguments(call, 2);
        String delimiter = arguments.get(0).asText("the delimiter of Fn::Split");
        if (delimiter.isEmpty()) {
            throw call.at().error("Fn::Split wants a delimiter, give it one");
        }
        List<Value> parts = new ArrayList<>();
        for (String part : text(arguments.get(1), "what Fn::Split splits").split(Pattern.quote(delimiter), -1)) {
            parts.add(Value.text(part, call.at()));
        }
        return new Value.Items(List.copyOf(parts), call.at());
    }

    private Value select(Value.Call call) {
        List<Value> arguments = arguments(call, 2);
        String index = text(arguments.get(0), "the index of Fn::Select");
        List<Value> values = list(arguments.get(1), "Fn::Select");
        if (!index.matches("[0-9]{1,4}") || Integer.parseInt(index) >= values.size()) {
            throw call.at().error("Fn::Select wants an index below " + values.size() + ", not " + index);
        }
        return values.get(Integer.parseInt(index));
    }

    private Value mapped(Value.Call call) {
        List<String> keys = arguments(call, 3).stream()
                .map(key -> text(key, "a key of Fn::FindInMap"))
                .toList();
        return references.mapped(keys.get(0), keys.get(1), keys.get(2), call.at());
    }

    private List<Value> list(Value value, String function) {
        return resolve(value)
                .orElseThrow(() -> value.at().error(function + " wants a list, AWS::NoValue is none"))
                .asItems("what " + function + " takes")
                .values();
    }

    static List<Value> arguments(Value.Call call, int count) {
        List<Value> arguments = call.argument().asItems(call.function()).values();
        if (arguments.size() != count) {
            throw call.at().error(call.function() + " wants " + count + " values, not " + arguments.size());
        }
        return arguments;
    }

    private static Value bounded(String text, Value.Call call) {
        checkLength(text, call.at());
        return Value.text(text, call.at());
    }

    static void checkLength(CharSequence text, Position at) {
        if (text.length() > MAX_CHARS) {
            throw at.error("this gives more than " + MAX_CHARS + " characters, shorten it");
        }
    }
}
