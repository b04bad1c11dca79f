package dev.earshot.provider.content;

/** Plain text in which a platform writes {@code &}, {@code <} and {@code >} as entities, and nothing else. */
public final class Escaped {

    private Escaped() {}

    /** The text as its author wrote it. */
    public static String text(String escaped) {
        return escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&");
    }
}
