package dev.earshot.core.casework;

import static dev.earshot.core.Mentions.NOON;
import static dev.earshot.core.Mentions.deletedInVersion;
import static dev.earshot.core.Mentions.saidInVersion;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChangeTest {

    private static final Decision SUPPORT = routed("support");

    @Test
    void aNewMentionOpensACasePerDepartment() {
        Change.Write write = write(Change.of(null, saidInVersion(1, "refund"), routed("support", "product"), NOON));
        assertTrue(write.first());
        assertEquals(
                List.of("support", "product"),
                write.opened().stream().map(Case::department).toList());
        Case first = write.opened().get(0);
        assertEquals("c_" + first.mentionId().bare() + "_support", first.id().toString());
        assertEquals(CaseStatus.NEW, first.status());
        assertEquals(NOON.plus(Duration.ofHours(4)), first.dueAt());
        assertEquals("opened", first.history().get(0).action());
    }

    @Test
    void theSameVersionAgainChangesNothing() {
        StoredMention stored = stored(saidInVersion(2, "refund"));
        assertInstanceOf(Change.Nothing.class, Change.of(stored, saidInVersion(2, "refund"), SUPPORT, NOON));
        assertInstanceOf(Change.Nothing.class, Change.of(stored, saidInVersion(1, "old"), SUPPORT, NOON));
    }

    @Test
    void anEditIsFollowedByItsCasesAndOpensOnlyWhatIsNew() {
        StoredMention stored = stored(saidInVersion(1, "refund"));
        Change.Write write =
                write(Change.of(stored, saidInVersion(2, "refund, it is broken"), routed("support", "product"), NOON));
        assertEquals(
                List.of("product"),
                write.opened().stream().map(Case::department).toList());
        Case followed = write.followed().get(0);
        assertEquals("refund, it is broken", followed.mention().excerpt());
        assertEquals(2, followed.version());
        assertEquals(
                List.of("opened", "edited"),
                followed.history().stream().map(HistoryEntry::action).toList());
    }

    @Test
    void aDeletionTakesTheWordsFromEveryCase() {
        Change.Write write = write(
                Change.of(stored(saidInVersion(1, "refund")), deletedInVersion(1), new Decision.Unrouted(), NOON));
        Case followed = write.followed().get(0);
        assertNull(followed.mention().excerpt());
        assertNull(followed.mention().url());
        assertEquals(CaseStatus.NEW, followed.status());
        assertTrue(write.opened().isEmpty());
    }

    @Test
    void noiseIsLabelledWithItsReason() {
        Decision noise = new Decision.Noise(new Analysis.Noise("RULE", "marketing/giveaway"));
        Change.Write write = write(Change.of(null, saidInVersion(1, "giveaway"), noise, NOON));
        assertEquals("marketing/giveaway", write.mention().analysis().noise().detail());
    }

    @Test
    void aCaseWhoseAuthorEditsWithoutEndStaysBounded() {
        Case one = write(Change.of(null, saidInVersion(1, "a"), SUPPORT, NOON))
                .opened()
                .get(0);
        for (int i = 2; i < 500; i++) {
            one = one.follow(saidInVersion(i, "a" + i), NOON);
        }
        assertEquals(200, one.history().size());
        assertEquals("opened", one.history().get(0).action());
    }

    private static Change.Write write(Change change) {
        return assertInstanceOf(Change.Write.class, change);
    }

    private static StoredMention stored(AnalyzedMention said) {
        return new StoredMention(
                said, write(Change.of(null, said, SUPPORT, NOON)).opened(), Set.of(), null);
    }

    private static Decision routed(String... departments) {
        return new Decision.Routed(List.of(departments).stream()
                .map(id -> new Decision.Assignment(
                        new Department(id, id, null, "", Duration.ofHours(4), null, List.of(), List.of()),
                        Priority.NORMAL,
                        List.of(new Because(Because.Kind.RULE, id + "/r", "a rule"))))
                .toList());
    }
}
