package dev.earshot.provider.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers mark up is read in bounded time, and stays readable. */
class ReadableTextTest {

    @Test
    void linesAndParagraphsStayAndBlanksAroundThemGo() {
        assertEquals("One\n\nTwo three\nfour", Html.text("<p> One </p>\n<p>Two&nbsp;three<br>\u00A0 four&nbsp; </p>"));
        assertEquals("- One\n- Two", Html.text("<ul>\n  <li>One</li>\n  <li>Two</li>\n</ul>"));
    }

    @Test
    void markdownWithVeryManyTagsIsReadAsHtmlAlone() {
        String few = Markdown.text("**Loud** <b>and</b> clear\n\n".repeat(100));
        assertTrue(few.startsWith("Loud and clear"), few);
        String many = Markdown.text("**Loud** <b>and</b> clear\n\n".repeat(2_000));
        assertTrue(many.startsWith("**Loud** and clear"), many);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u00A0",
                " ",
                "a <",
                "<a\n",
                "</a",
                "<a b='\"",
                "<http:a",
                "<a@b",
                "[a](<",
                "[a]: <",
                "x <!--",
                "x <?",
                "x<![CDATA[",
                "<b></p>",
                "<pre>a"
            })
    void whateverRepeatsIsReadInBoundedTime(String unit) {
        String words = "x<" + unit.repeat(1_000_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            Html.text(words);
            Markdown.text(words);
        });
    }
}
