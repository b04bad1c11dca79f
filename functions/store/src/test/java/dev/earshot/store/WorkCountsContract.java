package dev.earshot.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseChange;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.casework.Step;
import dev.earshot.core.mention.ReportedBy;
import dev.earshot.core.metrics.Counted;
import dev.earshot.core.metrics.Figures;
import dev.earshot.core.metrics.HourlyCounts.Hour;
import dev.earshot.core.metrics.Times;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** What people's steps count: whatever they do, the sums are those of the cases as they stand. */
abstract class WorkCountsContract {

    private static final Instant OPENED = Said.NOON.truncatedTo(ChronoUnit.HOURS);
    private static final Step RESOLVE = new Step.Resolve(new Outcome(Outcome.Kind.FIXED, "Sent a new parcel."));

    private TestTable table;

    protected abstract DynamoDbClient client();

    @BeforeEach
    void newTable() {
        table = new TestTable(client());
    }

    @Test
    void aStepCountsWhereItsCaseWasOpenedHoweverMuchLaterItIs() {
        Case taken = take(opened("post-1", "support"), new Step.Acknowledge(), Duration.ofMinutes(10));
        assertEquals(Map.of("acknowledged", 1L, "ack:36", 1L), worked("support", OPENED));
        take(taken, RESOLVE, Duration.ofDays(40));
        assertEquals(
                Map.of("acknowledged", 1L, "ack:36", 1L, "resolved", 1L, "outcome:FIXED", 1L, "resolve:83", 1L),
                worked("support", OPENED));
        assertEquals(
                Map.of("resolvedThen", 1L),
                worked("support", OPENED.plus(Duration.ofDays(40))),
                "and that it was done is counted then");
    }

    @Test
    void aCaseThatIsReopenedAndResolvedAgainCountsOnceAsItStands() {
        Case one = take(opened("post-1", "support"), RESOLVE, Duration.ofHours(2));
        one = take(one, new Step.Reopen("It broke again."), Duration.ofHours(5));
        assertEquals(0, figures("support").resolved());
        assertEquals(0, figures("support").acknowledged());
        assertEquals(Map.of(), figures("support").outcomes());
        one = take(one, new Step.Resolve(new Outcome(Outcome.Kind.PLANNED, "In spring.")), Duration.ofHours(6));
        Figures now = figures("support");
        assertEquals(1, now.resolved());
        assertEquals(Map.of("PLANNED", 1L), now.outcomes());
        assertEquals(now.timeToAcknowledge(), now.timeToResolve());
        Times took = now.timeToResolve();
        assertTrue(took != null && Math.abs(took.medianSeconds() - 21_600) < 2_160, String.valueOf(took));
        take(one, new Step.Note("Told them."), Duration.ofHours(7));
        assertEquals(now, figures("support"), "a note changes no count");
    }

    @Test
    void aReroutedCaseIsCorrectedAndCountsAnewWhereItWent() {
        Case one = opened("post-1", "support");
        one = take(one, new Step.Acknowledge(), Duration.ofMinutes(1));
        reroute(one, null, "product", Duration.ofDays(2));
        Figures here = figures("support");
        assertEquals(
                List.of(1L, 0L, 1L, 0L), List.of(here.rerouted(), here.acknowledged(), here.corrected(), here.open()));
        Case there = found("product");
        assertEquals(1, counted("product", hour(there)).of("cases"), "opened when it came");
        Case back = take(there, RESOLVE, Duration.ofDays(3));
        assertEquals(1, figures("product").resolved());
        // It goes back and forth: support's case comes back, product's is not its own any more.
        back = take(back, new Step.Reopen("No."), Duration.ofDays(4));
        reroute(back, found("support"), "support", Duration.ofDays(5));
        assertEquals(0, figures("product").resolved());
        assertEquals(1, figures("product").rerouted());
        assertEquals(0, figures("support").rerouted());
        assertEquals(1, figures("support").open());
        assertEquals(1, figures("support").corrected(), "that it was corrected stays");
    }

    @Test
    void aDismissalCorrectsOnlyWhenTheCaseWasNotTheirs() {
        take(opened("post-1", "support"), new Step.Dismiss("A joke.", false), Duration.ofHours(1));
        assertEquals(
                List.of(1L, 0L),
                List.of(figures("support").dismissed(), figures("support").corrected()));
        take(opened("post-2", "support"), new Step.Dismiss("Another firm's.", true), Duration.ofHours(1));
        assertEquals(
                List.of(2L, 1L),
                List.of(figures("support").dismissed(), figures("support").corrected()));
    }

    @Test
    void whatConcernedNobodyAndIsGivenToADepartmentCorrectsTheReason() {
        for (Decision aside : List.of(Said.unrouted(), Said.noise())) {
            var said = Said.mention("given-" + aside.getClass().getSimpleName());
            assertTrue(table.store().write(Said.change(null, said, aside)));
            var stored = table.cases().find(said.id()).orElseThrow();
            assertTrue(table.cases().open(stored, Said.given(stored.mention(), "support"), Said.audited("a case")));
        }
        assertEquals(1, figures(Counted.UNROUTED).corrected());
        assertEquals(1, figures(Counted.NOISE).corrected());
        assertEquals(2, figures("support").cases());
        assertEquals(0, figures("support").mentions(), "they were counted when they were heard");
    }

    @Test
    void aStepThatCameTooLateCountsNothing() {
        Case one = opened("post-1", "support");
        take(one, new Step.Acknowledge(), Duration.ofMinutes(1));
        Case late = one.take(RESOLVE, "Ada", Said.NOON).orElseThrow();
        assertFalse(table.cases().write(CaseChange.of(one, late), Said.audited("a case")));
        assertEquals(0, figures("support").resolved());
    }

    @Test
    void aCaseCountsWhenItIsOpenedAndItsMentionWhenItWasHeard() {
        Instant heard = OPENED.minus(Duration.ofHours(3));
        var said = Said.analyzed(
                Said.draft("post-1").reportedBy(ReportedBy.of("sales")).heard(heard));
        assertTrue(table.store().write(Said.change(null, said, Said.routed("support"))));
        assertEquals(
                Map.of("mentions", 1L, "reported", 1L),
                counted("support", heard).sums());
        assertEquals(
                Map.of("cases", 1L, "priority:HIGH", 1L, "source:our-forum", 1L, "sentiment:none", 1L),
                counted("support", OPENED).sums());
    }

    @Test
    void countsAreReadOverMonthsAndNeitherBeforeNorBehind() {
        opened("post-1", "support");
        Case one = take(opened("post-2", "support"), RESOLVE, Duration.ofDays(40));
        Instant closed = Said.NOON.plus(Duration.ofDays(40)).truncatedTo(ChronoUnit.HOURS);
        assertEquals(one, found("post-2", "support"));
        assertEquals(
                Map.of(),
                sum("support", OPENED.minus(Duration.ofDays(400)), OPENED).sums());
        assertEquals(2, sum("support", OPENED, OPENED.plus(Duration.ofHours(1))).of("cases"));
        assertEquals(0, sum("support", OPENED, closed).sums().getOrDefault("resolvedThen", 0L));
        assertEquals(
                1,
                sum("support", OPENED, closed.plus(Duration.ofHours(1))).sums().get("resolvedThen"));
        assertEquals(2 * 2 * (4 + 1), table.counts().queries(2, OPENED, closed), "departments, months, shards and one");
    }

    private static Instant hour(Case one) {
        return one.openedAt().truncatedTo(ChronoUnit.HOURS);
    }

    private Figures figures(String who) {
        return Figures.of(sum(who, OPENED.minus(Duration.ofDays(1)), OPENED.plus(Duration.ofDays(60))));
    }

    private Map<String, Long> worked(String who, Instant hour) {
        Map<String, Long> worked = new TreeMap<>(counted(who, hour).sums());
        worked.keySet()
                .removeIf(name -> name.equals("mentions")
                        || name.equals("cases")
                        || name.startsWith("priority:")
                        || name.startsWith("source:")
                        || name.startsWith("sentiment:"));
        return worked;
    }

    private Counted counted(String who, Instant hour) {
        return sum(who, hour, hour.plus(Duration.ofHours(1)));
    }

    private Counted sum(String who, Instant from, Instant to) {
        return table.counts().read(List.of(who), from, to).stream()
                .map(Hour::counted)
                .reduce(Counted.NOTHING, Counted::plus);
    }

    private Case opened(String externalId, String department) {
        assertTrue(table.store().write(Said.change(null, Said.mention(externalId), Said.routed(department))));
        return found(externalId, department);
    }

    private Case found(String department) {
        return found("post-1", department);
    }

    private Case found(String externalId, String department) {
        return table.cases()
                .find(Said.mention(externalId).id())
                .flatMap(stored -> stored.caseOf(department))
                .orElseThrow();
    }

    private Case take(Case one, Step step, Duration later) {
        Case after = one.take(step, "Ada", Said.NOON.plus(later)).orElseThrow();
        assertTrue(table.cases().write(CaseChange.of(one, after), Said.audited("a case")));
        return after;
    }

    private void reroute(Case one, Case thereBefore, String to, Duration later) {
        Instant at = Said.NOON.plus(later);
        Because why = new Because(Because.Kind.PERSON, "Ada", "It is the lamp.");
        Case after = one.take(new Step.Reroute(to, ""), "Ada", at).orElseThrow();
        Case there = one.passedOn(thereBefore, Said.department(to), why, "Ada", at);
        assertTrue(table.cases().write(new CaseChange(one, after, thereBefore, there), Said.audited("a case")));
    }
}
