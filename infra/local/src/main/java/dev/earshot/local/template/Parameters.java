package dev.earshot.local.template;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The {@code Parameters} of one template with the values in force. */
final class Parameters {

    private static final List<String> TYPES = List.of("String", "Number", "CommaDelimitedList", "List<Number>");

    private final Map<String, Value> values = new LinkedHashMap<>();
    private final Map<String, String> texts = new LinkedHashMap<>();

    Parameters(Value.Fields section, Given given) {
        given.values().keySet().stream()
                .filter(name -> !section.entries().containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw given.at()
                            .error("there is no parameter " + name + ", use one of "
                                    + section.entries().keySet());
                });
        section.entries().forEach((name, field) -> declare(name, field, given));
    }

    Optional<Value> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    /** Every value as text, in the order of the file. */
    Map<String, String> texts() {
        return Collections.unmodifiableMap(texts);
    }

    private void declare(String name, Value.Field field, Given given) {
        Properties declaration =
                new Properties("parameter " + name, field.value().asFields(name), field.key());
        String type = declaration.requiredText("Type");
        if (!TYPES.contains(type)) {
            throw declaration
                    .at("Type")
                    .error("parameters of type " + type + " are not known locally, use one of " + TYPES);
        }
        Optional<String> standard = declaration.text("Default");
        String text = Optional.ofNullable(given.values().get(name))
                .or(() -> standard)
                .orElseThrow(() -> field.key().error("parameter " + name + " has no value, give it one or a Default"));
        ParameterRules rules = ParameterRules.of(declaration, field.key());
        declaration.refuseOthers("Description", "NoEcho");
        texts.put(name, text);
        values.put(name, value(name, text, type, rules, field.key()));
    }

    private static Value value(String name, String text, String type, ParameterRules rules, Position at) {
        boolean number = type.contains("Number");
        if (!type.contains("List")) {
            rules.check(name, text, number);
            return new Value.Scalar(text, number ? Value.Kind.NUMBER : Value.Kind.TEXT, at);
        }
        List<Value> items = new ArrayList<>();
        for (String item : text.split(",", -1)) {
            rules.check(name, item.strip(), number);
            items.add(Value.text(item.strip(), at));
        }
        return new Value.Items(List.copyOf(items), at);
    }
}
