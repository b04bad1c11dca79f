package dev.earshot.provider.content;

import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jspecify.annotations.Nullable;

/** Markdown (CommonMark) from a stranger as readable text, see {@link Html}; line breaks stay, as platforms show them. */
public final class Markdown {

    /** As many as a mention's text may have bytes. */
    private static final int MOST_CHARACTERS = 64 * 1024;

    /**
     * How many characters the parser may look at: from each {@code <} it looks for an end that may not be there, be it of
     * an address, a tag or a comment, up to the end of the text.
     */
    private static final long MOST_LOOKED_AT = 20_000_000;

    private static final int DEEPEST = 200;
    /** A line that opens a block within a block within a block: the work would grow with the square of it. */
    private static final Pattern ABYSS = Pattern.compile("(?m)^[ \\t>*+\\-0-9.)]{200}");

    private static final Parser PARSER = Parser.builder().build();
    private static final HtmlRenderer RENDERER =
            HtmlRenderer.builder().softbreak("<br>").build();

    private Markdown() {}

    /**
     * The text of some Markdown; what is beyond 64 K characters is left out, what is nested beyond reason stays as it is, and
     * what has too many tags is read as HTML alone.
     */
    public static String text(String markdown) {
        String bounded = markdown.length() > MOST_CHARACTERS ? markdown.substring(0, MOST_CHARACTERS) : markdown;
        if (ABYSS.matcher(bounded).find()) {
            return bounded.strip();
        }
        if (bounded.chars().filter(c -> c == '<').count() * bounded.length() > MOST_LOOKED_AT) {
            return Html.text(bounded);
        }
        Node document = PARSER.parse(bounded);
        return isDeep(document) ? bounded.strip() : Html.text(RENDERER.render(document));
    }

    /** Walks without recursion, which the renderer does not. */
    private static boolean isDeep(Node document) {
        int depth = 0;
        @Nullable Node node = document;
        while (node != null) {
            if (node.getFirstChild() != null) {
                node = node.getFirstChild();
                depth++;
                if (depth > DEEPEST) {
                    return true;
                }
                continue;
            }
            while (node != null && node.getNext() == null) {
                node = node.getParent();
                depth--;
            }
            node = node == null ? null : node.getNext();
        }
        return false;
    }
}
