package dev.earshot.analyze.embedding;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A text as the model reads it best: names of people and addresses of pages, which differ in every text and tell
 * nothing, become one word each; emoji, which the model does not know, become their names.
 */
public final class Wording {

    /** The most characters that are read; longer texts cost nothing more. */
    static final int MOST_CHARACTERS = 64 * 1024;

    private static final Pattern PAGE = Pattern.compile("https?://[^\\s]++");
    private static final Pattern HANDLE = Pattern.compile("(?<![\\w@])@\\w{1,50}+");

    private Wording() {}

    /** The wording of what was said. */
    public static String of(String said) {
        String text = said.substring(0, Math.min(said.length(), MOST_CHARACTERS));
        if (text.indexOf('&') >= 0) {
            text = text.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }
        text = PAGE.matcher(text).replaceAll("http");
        return withEmojiNamed(HANDLE.matcher(text).replaceAll("@user"));
    }

    private static String withEmojiNamed(String text) {
        StringBuilder out = new StringBuilder(text.length() + 32);
        int last = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int c = text.codePointAt(i);
            if (isEmoji(c)) {
                if (c != last) {
                    out.append(' ').append(name(c)).append(' ');
                }
                last = c;
            } else if (!changesEmoji(c)) {
                out.appendCodePoint(c);
                last = Character.isWhitespace(c) ? last : 0;
            }
        }
        return out.toString();
    }

    /** Emoji of Unicode 13 and before: those that every Java from 17 on has names for. */
    private static boolean isEmoji(int c) {
        return (c >= 0x1F300 && c <= 0x1F64F)
                || (c >= 0x1F680 && c <= 0x1F6D7)
                || (c >= 0x1F6E0 && c <= 0x1F6FC)
                || (c >= 0x1F900 && c <= 0x1F9FF && c != 0x1F979 && c != 0x1F9CC)
                || (c >= 0x2600 && c <= 0x27BF);
    }

    /** Skin tones, joiners and variation selectors. */
    private static boolean changesEmoji(int c) {
        return c == 0xFE0F || c == 0x200D;
    }

    private static String name(int c) {
        String name = c >= 0x1F3FB && c <= 0x1F3FF ? null : Character.getName(c);
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }
}
