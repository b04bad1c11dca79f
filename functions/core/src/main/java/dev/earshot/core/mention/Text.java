package dev.earshot.core.mention;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * People's words made safe to carry: whole Unicode, bounded length. Nothing is escaped here; every output escapes for
 * itself.
 */
public final class Text {

    /** Characters that turn the direction of writing, which can make a text look like another. */
    public static final Pattern DIRECTION_CONTROLS =
            Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** A word: letters, marks and digits, with apostrophes inside; possessive, so the time is linear. */
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}]++(?:'[\\p{L}\\p{M}\\p{N}]++)*+");

    private static final Pattern SPACES = Pattern.compile("\\s++");
    private static final int MOST_WORDS = 5_000;
    private static final int REPLACEMENT = 0xFFFD;

    private Text() {}

    /**
     * The text without what queues and tables refuse or people cannot see: control characters other than tab and line
     * feed go, unpaired surrogates and non-characters become U+FFFD, line ends become line feeds.
     */
    public static String clean(String raw) {
        StringBuilder out = new StringBuilder(raw.length());
        raw.replace("\r\n", "\n").replace('\r', '\n').codePoints().forEach(c -> {
            if (c == '\t' || c == '\n') {
                out.append((char) c);
            } else if (Character.getType(c) == Character.SURROGATE || (c & 0xFFFE) == 0xFFFE) {
                out.appendCodePoint(REPLACEMENT);
            } else if (!Character.isISOControl(c)) {
                out.appendCodePoint(c);
            }
        });
        return out.toString();
    }

    /** Whether queues take every character of a text: all of Unicode but controls, half surrogates and non-characters. */
    public static boolean travels(String text) {
        return text.codePoints()
                .allMatch(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= ' ' && Character.getType(c) != Character.SURROGATE && c != 0xFFFE && c != 0xFFFF));
    }

    /** One tidy line of at most {@code longest} UTF-16 units: cleaned, white space folded, trimmed. */
    public static String line(String raw, int longest) {
        String bounded = raw.length() > longest * 4 ? raw.substring(0, longest * 4) : raw;
        return excerpt(SPACES.matcher(clean(bounded)).replaceAll(" ").strip(), longest);
    }

    /** The beginning of a text, at most {@code longest} UTF-16 units, an ellipsis in place of what was cut. */
    public static String excerpt(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        int end = longest - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "…";
    }

    /** The beginning of a text, at most {@code bytes} long in UTF-8, cut between characters. */
    public static String cut(String text, int bytes) {
        if ((long) text.length() * 3 <= bytes) {
            return text;
        }
        byte[] encoded = text.getBytes(UTF_8);
        if (encoded.length <= bytes) {
            return text;
        }
        int end = bytes;
        while ((encoded[end] & 0xC0) == 0x80) {
            end--;
        }
        return new String(encoded, 0, end, UTF_8);
    }

    /** The distinct lower-cased words of some texts, in order, at most 5,000: what rules match exactly. */
    public static List<String> words(String... texts) {
        Set<String> words = new LinkedHashSet<>();
        for (String text : texts) {
            String folded = Normalizer.normalize(text, Normalizer.Form.NFKC).replace('’', '\'');
            Matcher matcher = WORD.matcher(folded.toLowerCase(Locale.ROOT));
            while (words.size() < MOST_WORDS && matcher.find()) {
                words.add(matcher.group());
            }
        }
        return new ArrayList<>(words);
    }
}
