package dev.earshot.core.subscription;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FilterPolicyTest {

    private static final Filter URGENT = new Filter(Set.of(), Priority.URGENT);
    private static final Filter HIGH = new Filter(Set.of(), Priority.HIGH);

    @Test
    void aKeyStandsOnlyWhereItNarrows() {
        assertEquals("{\"department\":[\"support\"]}", json(wants("support", Filter.ALL)));
        assertEquals("{\"department\":[\"support\"]}", json(wants("support", new Filter(Set.of(), Priority.LOW))));
        assertEquals(
                "{\"department\":[\"support\"],\"kind\":[\"mention\",\"digest\"],\"priority\":[\"URGENT\",\"HIGH\"]}",
                json(wants("support", new Filter(Set.of(Notice.Kind.DIGEST, Notice.Kind.MENTION), Priority.HIGH))));
    }

    @Test
    void departmentsThatAreWantedAlikeShareAnAlternative() {
        assertEquals(
                "{\"$or\":[{\"department\":[\"product\",\"support\"],\"priority\":[\"URGENT\",\"HIGH\"]},"
                        + "{\"department\":[\"safety\"]}]}",
                json(wants("support", HIGH), wants("safety", Filter.ALL), wants("product", HIGH)));
    }

    @Test
    void whatAnotherSubscriptionCoversAddsNothing() {
        assertEquals(
                "{\"department\":[\"support\"],\"priority\":[\"URGENT\",\"HIGH\"]}",
                json(wants("support", URGENT), wants("support", HIGH)));
        assertEquals(
                "{\"department\":[\"support\"]}",
                json(wants("support", Filter.ALL), wants("support", new Filter(Set.of(), Priority.LOW))));
    }

    @Test
    void forNobodyItMatchesNothing() {
        assertEquals("{\"department\":[\"-\"]}", FilterPolicy.of(List.of()).json());
    }

    @Test
    void itFitsUpToFiveKeysAndAHundredAndFiftyCombinations() {
        assertTrue(policy(wants("a", URGENT), wants("b", HIGH), wants("c", Filter.ALL))
                .fits());
        assertFalse(policy(wants("a", URGENT), wants("b", HIGH), wants("c", new Filter(Set.of(), Priority.NORMAL)))
                .fits());
        assertTrue(many(50).fits());
        assertFalse(many(51).fits());
    }

    /** Three priorities for each. */
    private static FilterPolicy many(int departments) {
        return FilterPolicy.of(IntStream.range(0, departments)
                .mapToObj(i -> wants("d" + i, new Filter(Set.of(), Priority.NORMAL)))
                .toList());
    }

    private static String json(Subscription... wanted) {
        return policy(wanted).json();
    }

    private static FilterPolicy policy(Subscription... wanted) {
        return FilterPolicy.of(List.of(wanted));
    }

    private static Subscription wants(String department, Filter filter) {
        return Subscription.of(
                new Wish(department, Protocol.EMAIL, "a@example.com", filter),
                "Ada",
                Instant.parse("2026-11-21T12:00:00Z"));
    }
}
