package dev.earshot.core.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {

    @ParameterizedTest(name = "a caller of [{0}]")
    @CsvSource({
        // groups,        support, product, aside, configuration, erasure
        "'',              false,   false,   false, false,         false",
        "support,         true,    false,   false, false,         false",
        "support product, true,    true,    false, false,         false",
        "listening,       false,   false,   true,  false,         false",
        "listening support, true,  false,   true,  false,         false",
        "council,         true,    true,    true,  true,          true",
        "everybody,       false,   false,   false, false,         false"
    })
    void mayDoWhatTheTableSays(
            String groups, boolean support, boolean product, boolean aside, boolean configuration, boolean erasure) {
        Caller caller = caller(groups);
        assertEquals(support, Access.department(caller, "support"));
        assertEquals(product, Access.department(caller, "product"));
        assertEquals(aside, Access.aside(caller));
        assertEquals(aside, Access.sources(caller), "how sources are is for those who look after listening");
        assertEquals(configuration, Access.configuration(caller));
        assertEquals(erasure, Access.erasure(caller));
    }

    @Test
    void departmentsAreReadInTheirConfiguredOrder() {
        List<String> all = List.of("product", "support", "sales");
        assertEquals(List.of("product", "support"), Access.departments(caller("support product"), all));
        assertEquals(all, Access.departments(caller("council"), all));
        assertEquals(List.of(), Access.departments(caller("listening"), all));
    }

    @Test
    void whoReportedIsSeenByTheCouncilAndTheReporterAlone() {
        assertEquals(true, Access.reporter(caller("council"), "somebody"));
        assertEquals(true, Access.reporter(caller("support"), "ada-1"));
        assertEquals(false, Access.reporter(caller("support"), "somebody"));
    }

    @Test
    void aCallerHasASubjectAndAName() {
        assertThrows(IllegalArgumentException.class, () -> new Caller("", "Ada", Set.of()));
        assertThrows(IllegalArgumentException.class, () -> new Caller("ada-1", "two\nlines", Set.of()));
    }

    private static Caller caller(String groups) {
        return new Caller("ada-1", "Ada", groups.isEmpty() ? Set.of() : Set.of(groups.split(" ", -1)));
    }
}
