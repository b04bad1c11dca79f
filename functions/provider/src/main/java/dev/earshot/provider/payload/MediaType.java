package dev.earshot.provider.payload;

import java.util.Locale;

/**
 * A media type without its parameters.
 *
 * @param name such as {@code application/json}, in lower case; empty when none was stated
 */
public record MediaType(String name) {

    /** The type in a Content-Type header, or in anything that is written like one. */
    public static MediaType of(String header) {
        return new MediaType(header.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    /** Whether it declares JSON, as CloudEvents understand it; what states nothing does. */
    public boolean isJson() {
        return name.isEmpty() || name.endsWith("/json") || name.endsWith("+json");
    }

    /** Whether it declares words and nothing else. */
    public boolean isPlainText() {
        return name.equals("text/plain");
    }
}
