package dev.earshot.local.template;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The {@code Conditions} of one template. */
final class Conditions {

    private static final int MAX_OPERANDS = 10;

    private final Value.Fields section;
    private final Intrinsics intrinsics;
    private final Map<String, Boolean> known = new HashMap<>();
    private final Set<String> inProgress = new HashSet<>();

    Conditions(Value.Fields section, Intrinsics intrinsics) {
        this.section = section;
        this.intrinsics = intrinsics;
    }

    /** Finds the mistakes in conditions that nothing uses yet. */
    void checkAll() {
        section.entries().forEach((name, field) -> holds(name, field.key()));
    }

    boolean holds(String name, Position at) {
        Value.Field declared = section.entries().get(name);
        if (declared == null) {
            throw at.error("there is no condition " + name + ", declare it under Conditions");
        }
        Boolean answer = known.get(name);
        if (answer == null) {
            if (!inProgress.add(name)) {
                throw at.error("the condition " + name + " depends on itself, break the circle");
            }
            answer = evaluate(declared.value());
            known.put(name, answer);
        }
        return answer;
    }

    private boolean evaluate(Value value) {
        if (value instanceof Value.Fields fields && fields.entries().size() == 1) {
            return fields.get("Condition")
                    .map(name -> holds(name.asText("Condition"), fields.at()))
                    .orElseThrow(() -> notACondition(value));
        }
        if (value instanceof Value.Call call) {
            return evaluate(call);
        }
        throw notACondition(value);
    }

    private boolean evaluate(Value.Call call) {
        return switch (call.function()) {
            case "Fn::Equals" -> equal(Intrinsics.arguments(call, 2));
            case "Fn::Not" -> !evaluate(Intrinsics.arguments(call, 1).get(0));
            case "Fn::And" -> operands(call).stream().allMatch(this::evaluate);
            case "Fn::Or" -> operands(call).stream().anyMatch(this::evaluate);
            default -> throw notACondition(call);
        };
    }

    private boolean equal(List<Value> sides) {
        return intrinsics
                .text(sides.get(0), "a side of Fn::Equals")
                .equals(intrinsics.text(sides.get(1), "a side of Fn::Equals"));
    }

    private static List<Value> operands(Value.Call call) {
        List<Value> operands = call.argument().asItems(call.function()).values();
        if (operands.size() < 2 || operands.size() > MAX_OPERANDS) {
            throw call.at()
                    .error(call.function() + " wants 2 to " + MAX_OPERANDS + " conditions, not " + operands.size());
        }
        return operands;
    }

    private static TemplateException notACondition(Value value) {
        return value.at().error("not a condition, use Fn::Equals, Fn::Not, Fn::And, Fn::Or or Condition");
    }
}
