package dev.earshot.inbox.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.core.access.Caller;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseChange;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.Step;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision.Assignment;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseworkTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000Z");
    private static final Department SUPPORT = department("support");
    private static final Department PRODUCT = department("product");
    private static final Caller SAM = new Caller("sam-1", "Sam", Set.of("support"));
    private static final AnalyzedMention SAID = new AnalyzedMention(
            Mention.of("our-forum", "standard-webhooks", "post-1")
                    .text("It broke.")
                    .heard(NOON),
            Analysis.languageOnly(null));
    private static final CaseId ID = new CaseId(SAID.id(), "support");
    private static final Step REROUTE = new Step.Reroute("product", "a bug");

    private final Kept kept = new Kept();
    private final List<Notice> published = new ArrayList<>();
    private final List<Corrected> taught = new ArrayList<>();
    private boolean topicDown;

    private final Casework casework = new Casework(
            kept,
            () -> List.of(SUPPORT, PRODUCT),
            new CaseNotices(
                    kept, this::publish, () -> "https://earshot.example.com", Clock.fixed(NOON, ZoneOffset.UTC)),
            taught::addAll,
            new Auditor(Duration.ofDays(90)),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void aReroutingWhoseNoticeWasNotPublishedIsCompletedWhenItIsAskedForAgain() {
        topicDown = true;
        assertThrows(IllegalStateException.class, () -> casework.take(SAM, ID, REROUTE, 1L));
        assertEquals(Set.of("product"), kept.awaiting, "stored, but nobody was told");
        topicDown = false;
        StepAnswer again = casework.take(SAM, ID, REROUTE, 1L);
        assertEquals(
                CaseStatus.REROUTED,
                assertInstanceOf(StepAnswer.Taken.class, again).now().status());
        assertEquals(
                List.of("product"), published.stream().map(Notice::department).toList());
        assertEquals(Set.of(), kept.awaiting);
        assertInstanceOf(StepAnswer.Refused.class, casework.take(SAM, ID, REROUTE, 1L), "it is done");
        assertEquals(1, published.size());
    }

    @Test
    void whoLosesARaceReadsAgainAndIsToldHowTheCaseStands() {
        kept.fasterThanUs = new Step.Dismiss("Not about us.", false);
        StepAnswer answer = casework.take(SAM, ID, new Step.Acknowledge(), null);
        assertEquals(
                CaseStatus.DISMISSED,
                assertInstanceOf(StepAnswer.Refused.class, answer).now().status());
    }

    @Test
    void aNoteSurvivesThatSomebodyElseWasFaster() {
        kept.fasterThanUs = new Step.Note("Called them.");
        StepAnswer answer = casework.take(SAM, ID, new Step.Note("Wrote to them."), null);
        assertEquals(
                List.of("opened", "noted", "noted"),
                assertInstanceOf(StepAnswer.Taken.class, answer).now().history().stream()
                        .map(entry -> entry.action())
                        .toList());
    }

    @Test
    void whoTookWhichStepIsWrittenDownWithoutTheirWords() {
        casework.take(SAM, ID, new Step.Note("Zebedee called."), null);
        casework.take(SAM, ID, REROUTE, null);
        assertEquals(
                List.of("noted: NEW to NEW", "rerouted: NEW to REROUTED, to product"),
                kept.audited.stream().map(AuditEntry::change).toList());
        assertEquals("sam-1", kept.audited.get(0).subject());
        assertEquals(ID.toString(), kept.audited.get(0).item());
    }

    @Test
    void anotherDepartmentsCaseIsUnknown() {
        Caller pia = new Caller("pia-1", "Pia", Set.of("product"));
        assertInstanceOf(StepAnswer.Unknown.class, casework.take(pia, ID, new Step.Acknowledge(), null));
        assertEquals(Optional.empty(), casework.find(pia, ID));
    }

    @Test
    void aReroutingTeachesOnceWhomTheMentionConcernsAndWhomNot() {
        topicDown = true;
        assertThrows(IllegalStateException.class, () -> casework.take(SAM, ID, REROUTE, 1L));
        topicDown = false;
        casework.take(SAM, ID, REROUTE, 1L);
        assertEquals(List.of("support false", "product true"), taught());
        assertEquals(SAID.id(), taught.get(0).mention());
        assertEquals(NOON, taught.get(0).at());
    }

    @Test
    void whatIsDismissedAsNotOursTeachesThatAndWhoReopensItTakesThatBack() {
        casework.take(SAM, ID, new Step.Dismiss("Not about us.", true), null);
        assertEquals(List.of("support false"), taught());
        casework.take(SAM, ID, new Step.Note("It is, after all."), null);
        casework.take(SAM, ID, new Step.Reopen("It is ours."), null);
        assertEquals(List.of("support false", "support true"), taught());
    }

    @Test
    void whoReopensWhatWasReroutedTakesThatBack() {
        casework.take(SAM, ID, REROUTE, null);
        casework.take(SAM, ID, new Step.Reopen("It is ours."), null);
        assertEquals(List.of("support false", "product true", "support true"), taught());
    }

    @Test
    void stepsThatSayNothingOfTheDepartmentTeachNothing() {
        casework.take(SAM, ID, new Step.Acknowledge(), null);
        casework.take(SAM, ID, new Step.Dismiss("Spam.", false), null);
        casework.take(SAM, ID, new Step.Reopen("It came again."), null);
        assertEquals(List.of(), taught());
    }

    @Test
    void aStepThatWasRefusedTeachesNothing() {
        casework.take(SAM, ID, new Step.Dismiss("Not about us.", true), 7L);
        assertEquals(List.of(), taught());
    }

    @Test
    void aPersonIsTaughtByTheSameHashAlwaysAndNeverByName() {
        casework.take(SAM, ID, new Step.Dismiss("Not about us.", true), null);
        casework.take(new Caller("sam-1", "Samantha", Set.of("support")), ID, new Step.Reopen("It is."), null);
        assertEquals(taught.get(0).by(), taught.get(1).by());
        assertFalse(taught.get(0).by().contains("sam"));
        casework.take(new Caller("sue-1", "Sue", Set.of("support")), ID, new Step.Dismiss("No.", true), null);
        assertNotEquals(taught.get(0).by(), taught.get(2).by());
    }

    private List<String> taught() {
        return taught.stream()
                .map(one -> one.department() + " " + one.belongs())
                .toList();
    }

    private void publish(Notice notice) {
        if (topicDown) {
            throw new IllegalStateException("an outage");
        }
        published.add(notice);
    }

    private static Department department(String id) {
        return new Department(id, id, null, "", null, null, List.of(), List.of());
    }

    /** One mention with its cases; somebody may be faster once. */
    private static final class Kept extends NoCases {

        private final List<Case> cases = new ArrayList<>(List.of(Case.opened(
                SAID,
                new Assignment(SUPPORT, Priority.NORMAL, List.of(new Because(Because.Kind.RULE, "r", "a rule"))),
                NOON)));
        private final Set<String> awaiting = new HashSet<>();
        private final List<AuditEntry> audited = new ArrayList<>();
        private Step fasterThanUs;

        @Override
        public Optional<StoredMention> find(MentionId id) {
            return Optional.of(new StoredMention(SAID, cases, awaiting, null));
        }

        @Override
        public boolean write(CaseChange change, AuditEntry entry) {
            if (fasterThanUs != null) {
                put(change.before().take(fasterThanUs, "Grace", NOON).orElseThrow());
                fasterThanUs = null;
                return false;
            }
            put(change.after());
            audited.add(entry);
            if (change.there() != null) {
                put(change.there());
                awaiting.add(change.there().department());
            }
            return true;
        }

        private void put(Case one) {
            cases.removeIf(other -> other.id().equals(one.id()));
            cases.add(one);
        }

        @Override
        public void noticed(CaseId id) {
            awaiting.remove(id.department());
        }
    }
}
