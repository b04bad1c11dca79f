package dev.earshot.emulators.sns;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/**
 * SNS's limits on a filter policy: five keys (for bodies: leaf keys), and 150 combinations, the product over all keys
 * of their number of values, each multiplied by the key's nesting level.
 */
final class FilterPolicyLimits {

    private static final int MAX_KEYS = 5;
    private static final int MAX_COMBINATIONS = 150;
    private static final String OR = "$or";

    private final FilterPolicy.Scope scope;
    private int keys;

    private FilterPolicyLimits(FilterPolicy.Scope scope) {
        this.scope = scope;
    }

    /** Refuses a policy beyond the limits. */
    static void check(ObjectNode policy, FilterPolicy.Scope scope) {
        FilterPolicyLimits limits = new FilterPolicyLimits(scope);
        long combinations = limits.combinations(policy, 1);
        if (limits.keys > MAX_KEYS) {
            throw SnsError.invalidParameter("FilterPolicy: Filter policy can not have more than " + MAX_KEYS + " keys");
        }
        if (combinations > MAX_COMBINATIONS) {
            throw SnsError.invalidParameter("FilterPolicy: Filter policy is too complex: " + combinations
                    + " combinations of values, at most " + MAX_COMBINATIONS + " are allowed");
        }
    }

    private long combinations(JsonNode object, int level) {
        long product = 1;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            product = Math.min(Integer.MAX_VALUE, product * of(field.getKey(), field.getValue(), level));
        }
        return product;
    }

    private long of(String key, JsonNode value, int level) {
        if (key.equals(OR) && value.isArray()) {
            return alternatives(value, level);
        }
        if (value.isObject()) {
            if (scope == FilterPolicy.Scope.MESSAGE_ATTRIBUTES) {
                throw SnsError.invalidParameter(
                        "FilterPolicy: Filter policy scope MessageAttributes does not support nested filter policy");
            }
            return combinations(value, level + 1);
        }
        if (!value.isArray()) {
            throw SnsError.invalidParameter("FilterPolicy: \"" + key + "\" must be an object or an array");
        }
        keys++;
        return Math.max(1, (long) value.size() * level);
    }

    /** Alternatives add up where keys multiply. */
    private long alternatives(JsonNode branches, int level) {
        long sum = 0;
        for (JsonNode branch : branches) {
            sum += combinations(branch, level);
        }
        return Math.max(1, sum);
    }
}
