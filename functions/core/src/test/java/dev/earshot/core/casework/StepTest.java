package dev.earshot.core.casework;

import static dev.earshot.core.Mentions.NOON;
import static dev.earshot.core.Mentions.said;
import static dev.earshot.core.casework.CaseStatus.ACKNOWLEDGED;
import static dev.earshot.core.casework.CaseStatus.DISMISSED;
import static dev.earshot.core.casework.CaseStatus.NEW;
import static dev.earshot.core.casework.CaseStatus.REROUTED;
import static dev.earshot.core.casework.CaseStatus.RESOLVED;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Outcome.Kind;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision.Assignment;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class StepTest {

    private static final Instant LATER = NOON.plusSeconds(600);
    private static final Department SUPPORT =
            new Department("support", "Support", null, "", Duration.ofHours(4), null, List.of(), List.of());
    private static final Department PRODUCT =
            new Department("product", "Product", null, "", Duration.ofHours(1), null, List.of(), List.of());
    private static final Because RULE = new Because(Because.Kind.RULE, "support/refunds", "asks for money back");
    private static final Because PERSON = new Because(Because.Kind.PERSON, "support", "Ada: a bug, not a question");

    private static final Step ACKNOWLEDGE = new Step.Acknowledge();
    private static final Step RESOLVE = new Step.Resolve(new Outcome(Kind.FIXED, "Sent a new one."));
    private static final Step DISMISS = new Step.Dismiss("Not about us.", true);
    private static final Step REROUTE = new Step.Reroute("product", "a bug");
    private static final Step REOPEN = new Step.Reopen("It broke again.");
    private static final Step ASSIGN = new Step.Assign("Grace");
    private static final Step NOTE = new Step.Note("Asked the carrier.");

    /** Every step from every status: where it leads, or that it is not allowed. */
    static Stream<Arguments> table() {
        return Stream.of(
                Arguments.of(NEW, ACKNOWLEDGE, ACKNOWLEDGED),
                Arguments.of(NEW, RESOLVE, RESOLVED),
                Arguments.of(NEW, DISMISS, DISMISSED),
                Arguments.of(NEW, REROUTE, REROUTED),
                Arguments.of(NEW, REOPEN, null),
                Arguments.of(NEW, ASSIGN, NEW),
                Arguments.of(NEW, NOTE, NEW),
                Arguments.of(ACKNOWLEDGED, ACKNOWLEDGE, null),
                Arguments.of(ACKNOWLEDGED, RESOLVE, RESOLVED),
                Arguments.of(ACKNOWLEDGED, DISMISS, DISMISSED),
                Arguments.of(ACKNOWLEDGED, REROUTE, REROUTED),
                Arguments.of(ACKNOWLEDGED, REOPEN, null),
                Arguments.of(ACKNOWLEDGED, ASSIGN, ACKNOWLEDGED),
                Arguments.of(ACKNOWLEDGED, NOTE, ACKNOWLEDGED),
                Arguments.of(RESOLVED, ACKNOWLEDGE, null),
                Arguments.of(RESOLVED, RESOLVE, null),
                Arguments.of(RESOLVED, DISMISS, null),
                Arguments.of(RESOLVED, REROUTE, null),
                Arguments.of(RESOLVED, REOPEN, NEW),
                Arguments.of(RESOLVED, ASSIGN, null),
                Arguments.of(RESOLVED, NOTE, RESOLVED),
                Arguments.of(DISMISSED, ACKNOWLEDGE, null),
                Arguments.of(DISMISSED, RESOLVE, null),
                Arguments.of(DISMISSED, DISMISS, null),
                Arguments.of(DISMISSED, REROUTE, null),
                Arguments.of(DISMISSED, REOPEN, NEW),
                Arguments.of(DISMISSED, ASSIGN, null),
                Arguments.of(DISMISSED, NOTE, DISMISSED),
                Arguments.of(REROUTED, ACKNOWLEDGE, null),
                Arguments.of(REROUTED, RESOLVE, null),
                Arguments.of(REROUTED, DISMISS, null),
                Arguments.of(REROUTED, REROUTE, null),
                Arguments.of(REROUTED, REOPEN, NEW),
                Arguments.of(REROUTED, ASSIGN, null),
                Arguments.of(REROUTED, NOTE, REROUTED));
    }

    @ParameterizedTest(name = "{1} from {0} leads to {2}")
    @MethodSource("table")
    void aStepLeadsWhereTheTableSays(CaseStatus from, Step step, CaseStatus to) {
        Case before = standing().get(from);
        Optional<Case> after = before.take(step, "Ada", LATER);
        assertEquals(Optional.ofNullable(to), after.map(Case::status));
        after.ifPresent(next -> {
            assertEquals(before.version() + 1, next.version());
            HistoryEntry last = next.history().get(next.history().size() - 1);
            assertEquals(new HistoryEntry(LATER, "Ada", step.action(), step.text()), last);
        });
    }

    @Test
    void whoTakesACaseHasIt() {
        Case taken = taken(opened(), ACKNOWLEDGE);
        assertEquals("Ada", taken.assignee());
        assertEquals(LATER, taken.acknowledgedAt());
        assertNull(taken.closedAt());
    }

    @Test
    void whoWasAskedToDoItKeepsItWhoeverTakesIt() {
        assertEquals("Grace", taken(taken(opened(), ASSIGN), ACKNOWLEDGE).assignee());
    }

    @Test
    void aCaseResolvedAtOnceWasTakenAtThatMoment() {
        Case resolved = taken(opened(), RESOLVE);
        assertEquals(LATER, resolved.acknowledgedAt());
        assertEquals(LATER, resolved.closedAt());
        assertEquals(new Outcome(Kind.FIXED, "Sent a new one."), resolved.outcome());
    }

    @Test
    void aReopenedCaseIsNewAndHasNoOutcome() {
        Case reopened = taken(taken(opened(), RESOLVE), REOPEN);
        assertNull(reopened.outcome());
        assertNull(reopened.closedAt());
        assertNull(reopened.acknowledgedAt());
        assertEquals(NOON, reopened.openedAt());
    }

    @Test
    void aReroutedCaseIsOpenedAtTheOtherDepartmentWithItsTargetFromNow() {
        Case there = opened().passedOn(null, PRODUCT, PERSON, "Ada", LATER);
        assertEquals("product", there.department());
        assertEquals(NEW, there.status());
        assertEquals(Priority.HIGH, there.priority());
        assertEquals(List.of(PERSON), there.because());
        assertEquals(LATER.plus(Duration.ofHours(1)), there.dueAt());
        assertEquals(1, there.version());
        assertFalse(there.cameBack());
    }

    @Test
    void anOpenCaseOfTheOtherDepartmentStaysAsItIs() {
        Case there = opened().passedOn(null, PRODUCT, PERSON, "Ada", NOON);
        assertSame(there, opened().passedOn(there, PRODUCT, PERSON, "Ada", LATER));
    }

    @Test
    void aCaseThatComesBackIsNewAgainWithANoticeOfItsOwn() {
        Case sentAway = taken(opened(), REROUTE);
        Case back = opened().passedOn(sentAway, SUPPORT, PERSON, "Grace", LATER);
        assertEquals(NEW, back.status());
        assertEquals(sentAway.version() + 1, back.version());
        assertEquals(LATER, back.openedAt());
        assertNull(back.assignee());
        assertTrue(back.cameBack());
        assertEquals(
                List.of("opened", "rerouted", "came-back"),
                back.history().stream().map(HistoryEntry::action).toList());
        assertNotEquals(notice(opened()).noticeId(), notice(back).noticeId());
    }

    @Test
    void erasingTakesWhatPeopleWroteAndKeepsWhatWasDone() {
        AnalyzedMention said = said("my words");
        Case closed = taken(taken(taken(opened(), NOTE), ASSIGN), RESOLVE);
        Case rerouted = closed.passedOn(null, PRODUCT, PERSON, "Ada", LATER);
        AnalyzedMention tombstone = new AnalyzedMention(said.mention().erased(), null);
        Case erased = closed.erased(tombstone, LATER);
        assertEquals(RESOLVED, erased.status());
        assertEquals(new Outcome(Kind.FIXED, Case.ERASED), erased.outcome());
        assertNull(erased.mention().excerpt());
        assertNull(erased.mention().url());
        String everything = erased + rerouted.erased(tombstone, LATER).toString();
        for (String word : List.of("my words", "carrier", "Grace", "Sent a new", "a bug", "forum.example.com")) {
            assertFalse(everything.contains(word.equals("Grace") ? "To Grace" : word), word);
        }
        assertTrue(everything.contains("asks for money back"), "a rule's name is ours");
    }

    @Test
    void aCaseWithManyLongNotesKeepsItsFirstEntryAndTheLatestThatFit() {
        Case noted = opened();
        for (int i = 0; i < 100; i++) {
            noted = taken(noted, new Step.Note(i + "€".repeat(3_990)));
        }
        List<HistoryEntry> kept = noted.history();
        int bytes = kept.stream()
                .mapToInt(entry -> entry.text().getBytes(StandardCharsets.UTF_8).length)
                .sum();
        assertTrue(bytes <= 256 * 1024, "an item of the table has at most 400 KB: " + bytes);
        assertTrue(bytes > 240 * 1024, "as much as fits: " + bytes);
        assertEquals("opened", kept.get(0).action());
        assertTrue(kept.get(kept.size() - 1).text().startsWith("99€"));
        assertEquals(RESOLVED, taken(noted, RESOLVE).status());
    }

    @Test
    void textsThatAreMissingOrTooLongAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Step.Note(" \n"));
        assertThrows(IllegalArgumentException.class, () -> new Step.Dismiss("x".repeat(4_001), false));
        assertThrows(IllegalArgumentException.class, () -> new Step.Assign("\u0000"));
        assertThrows(IllegalArgumentException.class, () -> new Outcome(Kind.NO_ACTION, ""));
        assertEquals("", new Step.Reroute("product", "  ").note());
    }

    private static Notice notice(Case one) {
        return Notice.opened(one, SUPPORT, said("my words"), "https://earshot.example.com", NOON);
    }

    private static Map<CaseStatus, Case> standing() {
        Map<CaseStatus, Case> standing = new EnumMap<>(CaseStatus.class);
        standing.put(NEW, opened());
        standing.put(ACKNOWLEDGED, taken(opened(), ACKNOWLEDGE));
        standing.put(RESOLVED, taken(opened(), RESOLVE));
        standing.put(DISMISSED, taken(opened(), DISMISS));
        standing.put(REROUTED, taken(opened(), REROUTE));
        return standing;
    }

    private static Case taken(Case before, Step step) {
        return before.take(step, "Ada", LATER).orElseThrow();
    }

    private static Case opened() {
        return Case.opened(said("my words"), new Assignment(SUPPORT, Priority.HIGH, List.of(RULE)), NOON);
    }
}
