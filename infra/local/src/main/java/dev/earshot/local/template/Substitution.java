package dev.earshot.local.template;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Fn::Sub}: a text with {@code ${Name}}, {@code ${Resource.Attribute}} and {@code ${!Literal}}. */
final class Substitution {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([^}]*)}");

    private final Intrinsics intrinsics;
    private final References references;

    Substitution(Intrinsics intrinsics, References references) {
        this.intrinsics = intrinsics;
        this.references = references;
    }

    String apply(Value.Call call) {
        if (call.argument() instanceof Value.Items) {
            List<Value> arguments = Intrinsics.arguments(call, 2);
            Value.Fields variables = intrinsics.resolve(arguments.get(1).asFields("the variables of Fn::Sub"));
            return replace(arguments.get(0).asText("the text of Fn::Sub"), variables.entries(), call.at());
        }
        return replace(call.argument().asText("Fn::Sub"), Map.of(), call.at());
    }

    private String replace(String text, Map<String, Value.Field> variables, Position at) {
        StringBuilder result = new StringBuilder();
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            String name = found.group(1).strip();
            String value = name.startsWith("!") ? "${" + name.substring(1) + "}" : value(name, variables, at);
            found.appendReplacement(result, Matcher.quoteReplacement(value));
            Intrinsics.checkLength(result, at);
        }
        return found.appendTail(result).toString();
    }

    private String value(String name, Map<String, Value.Field> variables, Position at) {
        if (variables.containsKey(name)) {
            return variables.get(name).value().asText("the variable " + name);
        }
        int dot = name.indexOf('.');
        if (dot > 0) {
            return references.attribute(name.substring(0, dot), name.substring(dot + 1), at);
        }
        return references.ref(name, at).asText("${" + name + "}");
    }
}
