package dev.earshot.inbox.page;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.core.casework.Outcome;
import dev.earshot.core.routing.Priority;
import dev.earshot.inbox.cases.CaseFilter;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseQueryTest {

    @Test
    void aFilterSurvivesTheAddressOfItsPage() {
        CaseFilter filter = CaseQuery.read(Map.of(
                "department", "support",
                "show", "all",
                "happened", "acknowledged",
                "source", "our-forum",
                "sentiment", "none",
                "priority", "high",
                "outcome", "FIXED",
                "from", "2026-11-01",
                "to", "2026-11-22",
                "q", " parcel & more ")::get);
        assertEquals(
                new CaseFilter(
                        Optional.of("support"),
                        CaseFilter.Show.ALL,
                        Optional.of(CaseFilter.Happened.ACKNOWLEDGED),
                        Optional.of("our-forum"),
                        Optional.of(CaseFilter.Mood.NONE),
                        Optional.of(Priority.HIGH),
                        Optional.of(Outcome.Kind.FIXED),
                        Optional.of(LocalDate.parse("2026-11-01")),
                        Optional.of(LocalDate.parse("2026-11-22")),
                        "parcel & more"),
                filter);
        assertEquals(
                "?show=all&department=support&happened=ACKNOWLEDGED&source=our-forum&sentiment=NONE&priority=HIGH&outcome=FIXED"
                        + "&from=2026-11-01&to=2026-11-22&q=parcel+%26+more",
                CaseQuery.write(filter));
    }

    @Test
    void whatMakesNoSenseFiltersNothing() {
        CaseFilter filter = CaseQuery.read(Map.of(
                "show", "everything",
                "happened", "nothing",
                "sentiment", "angry",
                "priority", "",
                "from", "yesterday",
                "to", "+999999999-12-31",
                "department", " ")::get);
        assertEquals("?show=open", CaseQuery.write(filter));
    }
}
