package dev.earshot.analyze.embedding;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a text where one sentence, or one half of a contrast, ends and white space follows. */
final class Sentences {

    private static final Pattern END =
            Pattern.compile("(?<=[.!?…;:])\\s++|\\n++|\\s++(?=(?i:but|however|although|though)\\b)");
    private static final int MOST = 64;

    private Sentences() {}

    /** The sentences in order, none blank, at most 64: what follows is part of the last; empty for a blank text. */
    static List<String> of(String text) {
        List<String> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        int from = 0;
        while (sentences.size() < MOST - 1 && end.find()) {
            add(text.substring(from, end.start()), sentences);
            from = end.end();
        }
        add(text.substring(from), sentences);
        return sentences;
    }

    private static void add(String sentence, List<String> sentences) {
        if (!sentence.isBlank()) {
            sentences.add(sentence);
        }
    }
}
