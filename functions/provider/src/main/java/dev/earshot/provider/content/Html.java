package dev.earshot.provider.content;

import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * HTML from a stranger as readable text: paragraphs and list items keep their lines, links their address, pictures and
 * emoji their alternative text; scripts, styles and comments are gone. The text is not HTML: outputs escape it.
 */
public final class Html {

    /** Twice as many as a mention's text may have bytes. */
    private static final int MOST_CHARACTERS = 128 * 1024;

    private static final int DEEPEST = 256;
    private static final Set<String> SILENT =
            Set.of("script", "style", "template", "noscript", "head", "iframe", "object", "svg", "math");
    private static final Set<String> OWN_LINE = Set.of(
            "p",
            "div",
            "br",
            "li",
            "ul",
            "ol",
            "tr",
            "table",
            "blockquote",
            "pre",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "section",
            "article",
            "aside",
            "header",
            "footer",
            "figure",
            "hr",
            "dt",
            "dd");

    private Html() {}

    /** The text of some HTML; what is beyond 128 K characters is left out. */
    public static String text(String html) {
        String bounded = html.length() > MOST_CHARACTERS ? html.substring(0, MOST_CHARACTERS) : html;
        if (bounded.indexOf('<') < 0 && bounded.indexOf('&') < 0) {
            return bounded.strip();
        }
        Element body = parse(bounded);
        StringBuilder out = new StringBuilder();
        body.traverse(new Reader(out));
        return out.toString()
                .replace('\u00A0', ' ')
                .lines()
                .map(String::strip)
                .collect(Collectors.joining("\n"))
                .replaceAll("\\n{3,}", "\n\n")
                .strip();
    }

    private static Element parse(String html) {
        org.jsoup.parser.Parser parser = org.jsoup.parser.Parser.htmlParser().setMaxDepth(DEEPEST);
        return Jsoup.parse(html, "", parser).body();
    }

    private static final class Reader implements NodeVisitor {

        private final StringBuilder out;
        private int silence;

        Reader(StringBuilder out) {
            this.out = out;
        }

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                open(element);
            } else if (node instanceof TextNode text && silence == 0) {
                append(text.getWholeText(), insidePre(text));
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                close(element);
            }
        }

        private void open(Element element) {
            String tag = element.normalName();
            if (SILENT.contains(tag)) {
                silence++;
            } else if (silence == 0 && tag.equals("img")) {
                append(element.attr("alt"), false);
            } else if (silence == 0 && OWN_LINE.contains(tag)) {
                newLine();
                out.append(tag.equals("li") ? "- " : tag.equals("blockquote") ? "> " : "");
            }
        }

        private void close(Element element) {
            String tag = element.normalName();
            if (SILENT.contains(tag)) {
                silence--;
            } else if (silence == 0 && tag.equals("a")) {
                address(element);
            } else if (silence == 0 && OWN_LINE.contains(tag)) {
                newLine();
                out.append(tag.equals("p") ? "\n" : "");
            }
        }

        /** The address of a link, unless its words say it already or name who is mentioned. */
        private void address(Element link) {
            String href = link.attr("href").strip();
            String words = link.text().strip();
            boolean web = href.startsWith("https://") || href.startsWith("http://");
            boolean says = words.startsWith("@") || words.startsWith("#") || href.contains(words.replace("…", ""));
            if (web && words.isEmpty()) {
                append(" " + href + " ", false);
            } else if (web && !says) {
                out.append(" (").append(href).append(')');
            } else if (web && !words.startsWith("@") && !words.startsWith("#") && !href.equals(words)) {
                replaceEnd(words, href);
            }
        }

        /** Shortened words of a link give way to its whole address. */
        private void replaceEnd(String words, String href) {
            if (out.length() >= words.length()
                    && out.substring(out.length() - words.length()).equals(words)) {
                out.setLength(out.length() - words.length());
                out.append(href);
            }
        }

        private void append(String text, boolean asItIs) {
            String folded = asItIs ? text : text.replaceAll("\\s+", " ");
            boolean spaceAlready = out.length() == 0 || Character.isWhitespace(out.charAt(out.length() - 1));
            out.append(!asItIs && spaceAlready ? folded.stripLeading() : folded);
        }

        private void newLine() {
            if (out.length() > 0 && out.charAt(out.length() - 1) != '\n') {
                out.append('\n');
            }
        }

        private static boolean insidePre(TextNode text) {
            Element parent = text.parentElement();
            return parent != null && parent.closest("pre") != null;
        }
    }
}
