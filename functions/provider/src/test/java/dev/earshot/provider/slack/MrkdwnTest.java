package dev.earshot.provider.slack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MrkdwnTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '§',
            value = {
                "<@U1> hello § @U1 hello",
                "<@U1|ada> § @ada",
                "<#C1|lamps> and <#C2> § #lamps and #C2",
                "<!here> <!channel> § @here @channel",
                "<!subteam^S1|@support> § @support",
                "<!date^1392734382^{date}|18 February> § 18 February",
                "<https://example.com/a?b=1&amp;c=2> § https://example.com/a?b=1&c=2",
                "<https://example.com|our page> § our page (https://example.com)",
                "<http://example.com|example.com> § http://example.com",
                "<mailto:a@example.com|a@example.com> § a@example.com",
                "1 &lt; 2 &amp;&amp; 3 &gt; 2 § 1 < 2 && 3 > 2",
                "&amp;lt; stays § &lt; stays",
                "*bold* _slanted_ `code` :smile: § *bold* _slanted_ `code` :smile:",
                "$1 <https://example.com|$0 \\1> § $1 $0 \\1 (https://example.com)",
            })
    void markupBecomesReadable(String mrkdwn, String text) {
        assertEquals(text, Mrkdwn.text(mrkdwn));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<", "<a", "<a|", "<@", "<a>", "|", "&lt;"})
    void hostileMarkupTakesNoTime(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());
        assertTimeoutPreemptively(Duration.ofSeconds(5), () -> Mrkdwn.text(text));
    }

    @Test
    void endlessTargetsStayAsTheyAre() {
        String endless = "<" + "a".repeat(5_000) + ">";
        assertEquals(endless, Mrkdwn.text(endless));
    }
}
