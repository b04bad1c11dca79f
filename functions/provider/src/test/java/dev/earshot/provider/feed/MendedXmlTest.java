package dev.earshot.provider.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MendedXmlTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "<a>Kaffee&nbsp;&uuml;ber</a>|<a>Kaffee\u00A0\u00FCber</a>",
                "<a>&lt;b&gt; &amp; &quot;&apos;</a>|<a>&lt;b&gt; &amp; &quot;&apos;</a>",
                "<a>&#65;&#x1F600;</a>|<a>&#65;&#x1F600;</a>",
                "<a>Marks & Co, AT&T; Q&A</a>|<a>Marks &amp; Co, AT&T; Q&amp;A</a>",
                "<a>&nothing;</a>|<a>&nothing;</a>",
                "<a>&|<a>&amp;",
                "<a><![CDATA[Q&A &nbsp;]]>&nbsp;</a>|<a><![CDATA[Q&A &nbsp;]]>\u00A0</a>",
                "<a><![CDATA[Q&A &nbsp;|<a><![CDATA[Q&A &nbsp;",
                "<!-- no end <a/>|<!-- no end <a/>",
                "no markup|no markup"
            })
    void whatXmlDoesNotAllowIsMendedAndNothingElse(String given, String mended) {
        assertEquals(mended, MendedXml.of(given));
    }

    @Test
    void blanksAndCommentsBeforeTheDeclarationGo() {
        assertEquals("<?xml version='1.0'?><a/>", MendedXml.of(" \n\uFEFF<!-- & --> <!----><?xml version='1.0'?><a/>"));
    }

    @Test
    void aCommentMayHoldWhatLooksLikeItsEnd() {
        assertEquals("<a/>", MendedXml.of("<!----><!---> --><a/>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<[", "<![CDATA[", "<![CDATA[&", "&", "&a", "&#", "]]>", "<!--", "<!---->", " ", "[", "<![<&"})
    void whateverRepeatsTakesTimeByItsLengthAlone(String unit) {
        String whole = unit.repeat(2_000_000 / unit.length());
        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            MendedXml.of(whole);
            MendedXml.of("<a" + whole);
        });
    }
}
