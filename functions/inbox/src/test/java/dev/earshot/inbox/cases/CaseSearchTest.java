package dev.earshot.inbox.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.access.Caller;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision.Assignment;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CaseSearchTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000Z");
    private static final Department SUPPORT =
            new Department("support", "Support", null, "", null, null, List.of(), List.of());
    private static final Caller SAM = new Caller("sam-1", "Sam", Set.of("support"));

    private final Stored stored = new Stored();
    private final CaseSearch search = new CaseSearch(
            new Casework(
                    stored,
                    () -> List.of(SUPPORT),
                    new CaseNotices(stored, notice -> {}, () -> "", Clock.systemUTC()),
                    taught -> {},
                    new Auditor(Duration.ofDays(90)),
                    Clock.systemUTC()),
            Clock.fixed(NOON, ZoneOffset.UTC));

    @Test
    void withoutWordsAPageOfTheListIsReadAndNoMore() {
        store(60, "It broke.", Duration.ofMinutes(1));
        CaseSearch.Found first = search.find(SAM, filter("", null, null), null);
        assertEquals(25, first.cases().size());
        assertEquals(25, stored.read);
        CaseSearch.Found second =
                search.find(SAM, filter("", null, null), first.next().orElseThrow());
        assertEquals(stored.cases.get(25), second.cases().get(0));
    }

    @Test
    void everyWordMustBeThereWhateverItsCase() {
        store(3, "Where is my parcel?", Duration.ofMinutes(1));
        store(2, "My PARCEL came broken.", Duration.ofMinutes(1));
        assertEquals(
                2,
                search.find(SAM, filter(" parcel  Broken ", null, null), null)
                        .cases()
                        .size());
        assertEquals(
                5, search.find(SAM, filter("parcel", null, null), null).cases().size());
        assertEquals(
                0, search.find(SAM, filter("kettle", null, null), null).cases().size());
    }

    @Test
    void aSearchReadsAThousandCasesAndGoesOnFromThere() {
        store(1_100, "It broke.", Duration.ofMinutes(1));
        store(1, "a kettle", Duration.ofMinutes(1));
        CaseSearch.Found first = search.find(SAM, filter("kettle", null, null), null);
        assertEquals(List.of(), first.cases());
        assertEquals(CaseSearch.MOST_READ, first.read());
        assertEquals(stored.cases.get(999).openedAt(), first.back().orElseThrow());
        CaseSearch.Found second =
                search.find(SAM, filter("kettle", null, null), first.next().orElseThrow());
        assertEquals(1, second.cases().size());
        assertTrue(second.next().isEmpty());
    }

    @Test
    void aFullPageOfASearchGoesOnBehindItsLastCase() {
        store(40, "a kettle", Duration.ofMinutes(1));
        CaseSearch.Found first = search.find(SAM, filter("kettle", null, null), null);
        CaseSearch.Found second =
                search.find(SAM, filter("kettle", null, null), first.next().orElseThrow());
        List<Case> both = new ArrayList<>(first.cases());
        both.addAll(second.cases());
        assertEquals(stored.cases, both);
        assertTrue(second.next().isEmpty());
    }

    @Test
    void wordsAreLookedForInTheLastThirtyDaysUnlessADayIsGiven() {
        store(60, "a kettle", Duration.ofDays(1));
        assertEquals(
                25, search.find(SAM, filter("kettle", null, null), null).cases().size());
        Cursor next =
                search.find(SAM, filter("kettle", null, null), null).next().orElseThrow();
        assertEquals(
                6, search.find(SAM, filter("kettle", null, null), next).cases().size(), "31 days with both ends");
        assertEquals(
                25,
                search.find(SAM, filter("kettle", LocalDate.parse("2026-01-01"), null), next)
                        .cases()
                        .size());
    }

    @Test
    void daysAreWholeAndBothAreIncluded() {
        store(60, "a kettle", Duration.ofHours(6));
        LocalDate day = LocalDate.parse("2026-11-20");
        List<Case> found = search.find(SAM, filter("", day, day), null).cases();
        assertEquals(4, found.size());
        found.forEach(one -> assertEquals(day, LocalDate.ofInstant(one.openedAt(), ZoneOffset.UTC)));
    }

    private static CaseFilter filter(String words, LocalDate from, LocalDate to) {
        return new CaseFilter(
                Optional.empty(),
                CaseFilter.Show.OPEN,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                words);
    }

    /** Cases one after the other, each older than the one before. */
    private void store(int many, String words, Duration apart) {
        for (int i = 0; i < many; i++) {
            Instant at = NOON.minus(apart.multipliedBy(stored.cases.size()));
            AnalyzedMention said = new AnalyzedMention(
                    Mention.of("our-forum", "standard-webhooks", "post-" + stored.cases.size())
                            .text(words)
                            .heard(at),
                    Analysis.languageOnly(null));
            List<Because> because = List.of(new Because(Because.Kind.RULE, "r", "a rule"));
            stored.cases.add(Case.opened(said, new Assignment(SUPPORT, Priority.NORMAL, because), at));
        }
    }

    /** Cases, newest first. */
    private static final class Stored extends NoCases {

        private final List<Case> cases = new ArrayList<>();
        private int read;

        @Override
        public Page<Case> cases(Collection<String> departments, Collection<CaseStatus> statuses, PageRequest page) {
            String behind = page.after() == null ? "~" : page.after().place();
            List<Case> rest = cases.stream()
                    .filter(one -> place(one).place().compareTo(behind) < 0)
                    .limit(page.limit())
                    .toList();
            read += rest.size();
            boolean last = rest.isEmpty() || rest.get(rest.size() - 1).equals(cases.get(cases.size() - 1));
            return new Page<>(rest, last ? null : place(rest.get(rest.size() - 1)));
        }

        private static Cursor place(Case one) {
            return Cursor.of(one.openedAt(), one.mentionId(), one.department());
        }
    }
}
