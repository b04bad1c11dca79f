package dev.earshot.inbox.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.access.Caller;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Department;
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

class GivingTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000Z");
    private static final Caller LEA = new Caller("lea-1", "Lea", Set.of(Caller.LISTENING));
    private static final Caller CLEO = new Caller("cleo-1", "Cleo", Set.of(Caller.COUNCIL));
    private static final Caller SAM = new Caller("sam-1", "Sam", Set.of("support"));
    private static final AnalyzedMention SAID = new AnalyzedMention(
            Mention.of("our-forum", "standard-webhooks", "post-1").text("Hm.").heard(NOON),
            Analysis.languageOnly(null));

    private final Kept kept = new Kept();
    private final List<Notice> published = new ArrayList<>();
    private final List<Corrected> taught = new ArrayList<>();
    private boolean topicDown;

    private final Giving giving = new Giving(
            kept,
            () -> List.of(department("support"), department("product")),
            new CaseNotices(
                    kept, this::publish, () -> "https://earshot.example.com", Clock.fixed(NOON, ZoneOffset.UTC)),
            taught::addAll,
            new Auditor(Duration.ofDays(90)),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void theListeningTeamGivesWhatConcernsNobodyToADepartmentWhichIsTold() {
        Case given = taken(giving.give(LEA, SAID.id(), "support", "she means the parcel"));
        assertEquals(CaseStatus.NEW, given.status());
        assertEquals(
                List.of(new Because(Because.Kind.PERSON, "", "Given by Lea: she means the parcel")), given.because());
        assertEquals("Lea", given.history().get(0).by());
        assertEquals(
                List.of("support"), published.stream().map(Notice::department).toList());
        assertEquals(Set.of(), kept.awaiting);
        assertEquals(
                List.of("support"), taught.stream().map(Corrected::department).toList());
        assertTrue(taught.get(0).belongs());
        assertEquals(List.of("Lea, " + given.id() + ", given to support"), kept.audited);
    }

    @Test
    void departmentsMayNotTakeWhatTheyMayNotSee() {
        assertInstanceOf(StepAnswer.Unknown.class, giving.give(SAM, SAID.id(), "support", ""));
        assertEquals(List.of(), kept.cases);
    }

    @Test
    void thereMustBeSuchADepartment() {
        assertInstanceOf(StepAnswer.Invalid.class, giving.give(LEA, SAID.id(), "nobody", ""));
    }

    @Test
    void whatHasACaseIsReroutedInstead() {
        taken(giving.give(LEA, SAID.id(), "support", ""));
        StepAnswer.Refused refused =
                assertInstanceOf(StepAnswer.Refused.class, giving.give(CLEO, SAID.id(), "product", ""));
        assertEquals("support", refused.now().department());
        assertInstanceOf(
                StepAnswer.Unknown.class,
                giving.give(LEA, SAID.id(), "product", ""),
                "whose case it is does not concern the listening team");
        assertEquals(1, published.size());
    }

    @Test
    void aCaseWhoseNoticeWasNotPublishedIsCompletedWhenItIsAskedForAgain() {
        topicDown = true;
        assertThrows(IllegalStateException.class, () -> giving.give(LEA, SAID.id(), "support", ""));
        assertEquals(Set.of("support"), kept.awaiting, "stored, but nobody was told");
        topicDown = false;
        taken(giving.give(LEA, SAID.id(), "support", ""));
        assertEquals(1, published.size());
        assertEquals(Set.of(), kept.awaiting);
    }

    @Test
    void whoLosesARaceReadsAgain() {
        kept.fasterThanUs = true;
        taken(giving.give(LEA, SAID.id(), "support", ""));
        assertEquals(1, kept.cases.size());
    }

    private static Case taken(StepAnswer answer) {
        return assertInstanceOf(StepAnswer.Taken.class, answer).now();
    }

    private void publish(Notice notice) {
        if (topicDown) {
            throw new IllegalStateException("the topic is down");
        }
        published.add(notice);
    }

    private static Department department(String id) {
        return new Department(id, id, null, "", null, null, List.of(), List.of());
    }

    /** One mention without cases; somebody may be faster once. */
    private static final class Kept extends NoCases {

        private final List<Case> cases = new ArrayList<>();
        private final Set<String> awaiting = new HashSet<>();
        private final List<String> audited = new ArrayList<>();
        private boolean fasterThanUs;

        @Override
        public Optional<StoredMention> find(MentionId id) {
            return Optional.of(new StoredMention(SAID, cases, awaiting, null));
        }

        @Override
        public boolean open(StoredMention aside, Case first, AuditEntry entry) {
            if (fasterThanUs) {
                fasterThanUs = false;
                return false;
            }
            cases.add(first);
            audited.add(entry.by() + ", " + entry.item() + ", " + entry.change());
            awaiting.add(first.department());
            return true;
        }

        @Override
        public void noticed(CaseId id) {
            awaiting.remove(id.department());
        }
    }
}
