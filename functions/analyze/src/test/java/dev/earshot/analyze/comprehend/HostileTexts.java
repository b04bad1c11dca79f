package dev.earshot.analyze.comprehend;

import java.util.List;

/** What strangers write to break things. */
final class HostileTexts {

    static final List<String> ALL = List.of(
            "nul \u0000 in the middle",
            "controls \u0001\u0002\u001B[31m\u007F\u0085",
            "half a character \uD83D",
            "the other half \uDE00 first",
            "halves the wrong way \uDE00\uD83D",
            "\uFFFE non-characters \uFFFF",
            "quotes \" and \\ and \\u0000 and </script>",
            "{\"TextList\": [\"injected\"], \"LanguageCode\": \"xx\"}",
            "right to left \u202E txet",
            "combining " + "e\u0301".repeat(40_000),
            "zalgo " + "\u0336\u0337\u0338".repeat(10_000),
            "emoji " + "👨‍👩‍👧‍👦".repeat(3_000),
            "lines\r\nof\rall\u2028kinds\u2029",
            "x".repeat(65_000),
            "x".repeat(4_994) + "😀",
            "x".repeat(4_993) + "é",
            "] [fr] not French",
            "ＦＵＬＬ ｗｉｄｔｈ",
            "\uD834\uDD1E music \uDBFF\uDFFF",
            "spaces" + " ".repeat(20_000) + "end");

    private HostileTexts() {}
}
