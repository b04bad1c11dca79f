package dev.earshot.provider.feed;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Entities;

/**
 * What feeds often have and XML does not allow: HTML's entities, bare ampersands, and blanks or comments before the
 * declaration. Time grows with the length alone, which ROME's own reader for it does not hold: after a {@code <} it
 * copies all that it kept at every {@code [}.
 */
final class MendedXml {

    private static final String BLANKS = " \n\r\t\uFEFF";
    private static final String CDATA = "<![CDATA[";
    private static final Pattern ENTITY =
            Pattern.compile("&(?:#[0-9]{1,8}|#x[0-9A-Fa-f]{1,8}|[A-Za-z][A-Za-z0-9]{0,31});");

    private static final Set<String> OF_XML = Set.of("amp", "lt", "gt", "quot", "apos");

    private final String xml;
    private final StringBuilder mended;
    private int at;

    private MendedXml(String xml) {
        this.xml = xml;
        this.mended = new StringBuilder(xml.length() + xml.length() / 8);
        this.at = beginning(xml);
    }

    /** The document, mended where it needs to be. */
    static String of(String xml) {
        return new MendedXml(xml).mended();
    }

    private String mended() {
        Matcher entity = ENTITY.matcher(xml);
        int cdata = find(CDATA, at);
        for (int ampersand = find("&", at); ampersand < xml.length(); ampersand = find("&", at)) {
            if (cdata < ampersand) {
                copy(find("]]>", cdata));
                cdata = find(CDATA, at);
            } else {
                copy(ampersand);
                boolean closed = entity.region(ampersand, xml.length()).lookingAt();
                mended.append(closed ? xml(entity.group()) : "&amp;");
                at = closed ? entity.end() : ampersand + 1;
            }
        }
        copy(xml.length());
        return mended.toString();
    }

    private void copy(int end) {
        if (end > at) {
            mended.append(xml, at, end);
            at = end;
        }
    }

    /** Where {@code part} is next; the end when it is nowhere. */
    private int find(String part, int from) {
        int found = xml.indexOf(part, from);
        return found < 0 ? xml.length() : found;
    }

    /** An entity as XML knows it; what nobody knows is left to the parser, which refuses it. */
    private static String xml(String entity) {
        String name = entity.substring(1, entity.length() - 1);
        if (name.startsWith("#") || OF_XML.contains(name)) {
            return entity;
        }
        String letters = Entities.getByName(name);
        return letters.isEmpty() ? entity : letters;
    }

    private static int beginning(String xml) {
        int at = 0;
        while (at < xml.length()) {
            if (BLANKS.indexOf(xml.charAt(at)) >= 0) {
                at++;
                continue;
            }
            int end = xml.startsWith("<!--", at) ? xml.indexOf("-->", at + 4) : -1;
            if (end < 0) {
                break;
            }
            at = end + 3;
        }
        return at;
    }
}
