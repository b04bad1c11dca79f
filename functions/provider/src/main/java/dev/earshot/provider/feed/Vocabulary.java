package dev.earshot.provider.feed;

import java.util.Map;
import org.jdom2.Namespace;
import org.jspecify.annotations.Nullable;

/** The XML namespaces that are understood in a feed. */
final class Vocabulary {

    static final String XML = "http://www.w3.org/XML/1998/namespace";
    static final String RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    static final String ATOM = "http://www.w3.org/2005/Atom";

    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";
    private static final String THREADING = "http://purl.org/syndication/thread/1.0";
    private static final String YOUTUBE = "http://www.youtube.com/xml/schemas/2015";
    private static final String MEDIA = "http://search.yahoo.com/mrss/";

    /** Each with the prefix that it is given here; empty for what feeds themselves are written in. */
    private static final Map<String, String> PREFIXES = Map.ofEntries(
            Map.entry("", ""),
            Map.entry(ATOM, "atom"),
            Map.entry("http://purl.org/atom/ns#", ""),
            Map.entry("http://purl.org/rss/1.0/", ""),
            Map.entry("http://my.netscape.com/rdf/simple/0.9/", ""),
            Map.entry("http://backend.userland.com/rss2", ""),
            Map.entry(RDF, "rdf"),
            Map.entry("http://purl.org/dc/elements/1.1/", "dc"),
            Map.entry("http://purl.org/rss/1.0/modules/content/", "content"),
            Map.entry("http://www.w3.org/1999/xhtml", ""),
            Map.entry(TOMBSTONES, "at"),
            Map.entry(THREADING, "thr"),
            Map.entry(YOUTUBE, "yt"),
            Map.entry(MEDIA, "media"));

    private Vocabulary() {}

    static boolean isKnown(String uri) {
        return PREFIXES.containsKey(uri);
    }

    /** How an element is named here. */
    static String qualified(String uri, String name) {
        @Nullable String prefix = PREFIXES.get(uri);
        return prefix == null || prefix.isEmpty() ? name : prefix + ":" + name;
    }

    static Namespace atom() {
        return Namespace.getNamespace("atom", ATOM);
    }

    static Namespace tombstones() {
        return Namespace.getNamespace("at", TOMBSTONES);
    }

    static Namespace threading() {
        return Namespace.getNamespace("thr", THREADING);
    }

    static Namespace youTube() {
        return Namespace.getNamespace("yt", YOUTUBE);
    }

    static Namespace media() {
        return Namespace.getNamespace("media", MEDIA);
    }

    /** Marks that are made here; no feed can have them, because this namespace is not among the known ones. */
    static Namespace marks() {
        return Namespace.getNamespace("mark", "urn:earshot:mark");
    }
}
