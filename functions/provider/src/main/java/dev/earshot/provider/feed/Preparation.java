package dev.earshot.provider.feed;

import java.net.URI;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import org.jdom2.Element;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** Says in each entry what ROME would lose: the language and base address that it inherits, and the fractions of a second. */
final class Preparation {

    /** The mark that holds an entry's language, perhaps empty. ROME hands on what it does not know. */
    static final String LANGUAGE = "language";

    private static final Set<String> TIMES = Set.of("published", "updated", "issued", "modified", "created", "date");

    private Preparation() {}

    /** Entries stand in the root, or in its channel. */
    static void of(Element root) {
        prepare(root, null, null);
    }

    private static void prepare(Element element, @Nullable String language, @Nullable String base) {
        String ownLanguage = own(element, "lang", language);
        String ownBase = own(element, "base", base);
        for (Element child : element.getChildren()) {
            String name = child.getName();
            if (name.equals("item") || name.equals("entry")) {
                entry(child, own(child, "lang", ownLanguage), own(child, "base", ownBase));
            } else if (name.equals("channel") && element.isRootElement()) {
                prepare(child, ownLanguage, ownBase);
            }
        }
    }

    private static void entry(Element entry, @Nullable String language, @Nullable String base) {
        for (Element child : entry.getChildren()) {
            if (TIMES.contains(child.getName())) {
                shorten(child);
            } else if (child.getName().equals("link") && base != null) {
                resolve(child, base);
            }
        }
        entry.addContent(new Element(LANGUAGE, Vocabulary.marks()).setText(language == null ? "" : language));
    }

    /** ROME takes the nanoseconds that YouTube writes for milliseconds. Other forms it knows. */
    private static void shorten(Element time) {
        try {
            OffsetDateTime parsed = OffsetDateTime.parse(time.getTextTrim());
            time.setText(parsed.toInstant().truncatedTo(ChronoUnit.MILLIS).toString());
        } catch (DateTimeException e) {
            return;
        }
    }

    private static void resolve(Element link, String base) {
        try {
            String href = link.getAttributeValue("href", "");
            link.setAttribute("href", URI.create(base).resolve(href.strip()).toString());
        } catch (IllegalArgumentException e) {
            // An address that is none is left out of the mention.
            return;
        }
    }

    private static @Nullable String own(Element element, String attribute, @Nullable String inherited) {
        String own = element.getAttributeValue(attribute, Namespace.XML_NAMESPACE);
        return own == null || own.isBlank() ? inherited : own;
    }
}
