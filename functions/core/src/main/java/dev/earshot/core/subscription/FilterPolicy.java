package dev.earshot.core.subscription;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Priority;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * All that is wanted at one address, as a filter policy over a notice's message attributes. Departments that are wanted
 * in the same way share an alternative; several alternatives stand in {@code $or}.
 */
public final class FilterPolicy {

    /** The policy that no notice matches: no department is called this. */
    public static final FilterPolicy NOTHING = new FilterPolicy(Map.of(Filter.ALL, new TreeSet<>(List.of("-"))));

    private static final int MOST_KEYS = 5;
    private static final int MOST_COMBINATIONS = 150;

    private final Map<Filter, Set<String>> alternatives;

    private FilterPolicy(Map<Filter, Set<String>> alternatives) {
        this.alternatives = alternatives;
    }

    /** The policy for what all of these want together; {@link #NOTHING} for none. */
    static FilterPolicy of(Collection<Subscription> wanted) {
        Map<Filter, Set<String>> alternatives = new TreeMap<>(Comparator.comparing(FilterPolicy::order));
        wanted.stream()
                .filter(one -> wanted.stream().noneMatch(other -> makesNeedless(other, one)))
                .forEach(one -> alternatives
                        .computeIfAbsent(one.filter(), any -> new TreeSet<>())
                        .add(one.department()));
        return alternatives.isEmpty() ? NOTHING : new FilterPolicy(alternatives);
    }

    private static boolean makesNeedless(Subscription other, Subscription one) {
        boolean more = other.filter().covers(one.filter())
                && (!one.filter().covers(other.filter()) || other.id().compareTo(one.id()) < 0);
        return more && other.department().equals(one.department());
    }

    private static String order(Filter filter) {
        return filter.kinds() + " " + filter.minPriority();
    }

    /**
     * Whether the topic takes it: five keys and 150 combinations of values. Where a key stands in several alternatives it
     * counts each time, which is how the limit can be read most strictly.
     */
    boolean fits() {
        int keys = 0;
        int combinations = 0;
        for (Map.Entry<Filter, Set<String>> alternative : alternatives.entrySet()) {
            List<Integer> sizes = members(alternative).map(List::size).toList();
            keys += sizes.size();
            combinations += sizes.stream().reduce(1, Math::multiplyExact);
        }
        return keys <= MOST_KEYS && combinations <= MOST_COMBINATIONS;
    }

    private static Stream<List<String>> members(Map.Entry<Filter, Set<String>> alternative) {
        return Stream.of(
                        List.copyOf(alternative.getValue()),
                        kinds(alternative.getKey()),
                        priorities(alternative.getKey()))
                .filter(values -> !values.isEmpty());
    }

    private static List<String> kinds(Filter filter) {
        return filter.kinds().stream().map(Notice.Kind::word).toList();
    }

    /** None when all are wanted, so that the key is not needed. */
    private static List<String> priorities(Filter filter) {
        boolean all = filter.priorities().size() == Priority.values().length;
        return all ? List.of() : filter.priorities().stream().map(Enum::name).toList();
    }

    /** The policy as the topic takes it; equal policies are equal texts. */
    public String json() {
        List<ObjectNode> nodes = alternatives.entrySet().stream()
                .map(alternative -> {
                    ObjectNode node = EarshotJson.mapper().createObjectNode();
                    put(node, "department", List.copyOf(alternative.getValue()));
                    put(node, "kind", kinds(alternative.getKey()));
                    put(node, "priority", priorities(alternative.getKey()));
                    return node;
                })
                .toList();
        if (nodes.size() == 1) {
            return nodes.get(0).toString();
        }
        ObjectNode either = EarshotJson.mapper().createObjectNode();
        either.putArray("$or").addAll(nodes);
        return either.toString();
    }

    private static void put(ObjectNode node, String key, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode array = node.putArray(key);
            values.forEach(array::add);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FilterPolicy policy && json().equals(policy.json());
    }

    @Override
    public int hashCode() {
        return json().hashCode();
    }

    @Override
    public String toString() {
        return alternatives.values().stream().map(Object::toString).collect(Collectors.joining(" or "));
    }
}
