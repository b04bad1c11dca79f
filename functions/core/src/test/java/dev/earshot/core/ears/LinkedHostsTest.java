package dev.earshot.core.ears;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.ReportedBy;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinkedHostsTest {

    @Test
    void hostsOfLinksAreToldOnceEachAndWithoutTheHostWhereItWasSaid() {
        assertEquals(
                Set.of("reddit.example", "blog.example.co.uk"),
                hosts("See https://www.Reddit.example/r/x, (http://reddit.example/y) and HTTPS://blog.example.co.uk."
                        + " Also https://forum.example.com/t/2"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/x",
                "https://[::1]/x",
                "https://localhost/x",
                "https://intranet/x",
                "javascript:alert(1)",
                "https://a.example%00.evil/x",
                "https://user@/x",
                "https://-/x",
                "ftp://files.example/x"
            })
    void whatIsNoNameOfTheInternetIsNoPlace(String link) {
        assertEquals(Set.of(), hosts("Look at " + link));
    }

    @Test
    void noMentionTellsMoreThanTenHosts() {
        StringBuilder flood = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            flood.append("https://h").append(i).append(".example ");
        }
        assertEquals(10, hosts(flood.toString()).size());
    }

    @Test
    void whereAColleagueFoundItIsAPlaceThatNoSourceHears() {
        Mention report = Mention.of("employees", "employee", "r-1")
                .text("They say it broke.")
                .url("https://forum.example.com/t/1")
                .reportedBy(ReportedBy.of("support"))
                .heard(Instant.EPOCH);
        assertEquals(Set.of("forum.example.com"), LinkedHosts.of(report));
    }

    @ParameterizedTest
    @CsvSource({
        "forum.example.com, forum.example.com, forum.example.com",
        "WWW.Example.com, www.example.com, example.com",
        "https://Forum.example.com/c/5/?utm_source=x, https://forum.example.com/c/5, forum.example.com"
    })
    void aPlaceIsTidied(String given, String place, String host) {
        EarPlace tidied = EarPlace.of(EarPlace.Kind.FORUM, given, " a \n note ");
        assertEquals(place, tidied.place());
        assertEquals(host, tidied.host());
        assertEquals("a note", tidied.note());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "forum", "javascript://x.example/%0aalert(1)", "file:///etc/passwd", "a b.example", "-.-"})
    void whatIsNoPlaceIsRefused(String given) {
        InvalidMemberException e =
                assertThrows(InvalidMemberException.class, () -> EarPlace.of(EarPlace.Kind.OTHER, given, null));
        assertEquals("/place", e.pointer());
    }

    private static Set<String> hosts(String text) {
        return LinkedHosts.of(Mention.of("our-forum", "discourse", "p-1")
                .url("https://forum.example.com/t/1")
                .text(text)
                .heard(Instant.EPOCH));
    }
}
