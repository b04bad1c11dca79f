package dev.earshot.core.mention;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells when two addresses lead to the same words, as far as the addresses themselves tell; nothing is looked up. */
public final class WebAddress {

    /** Parameters that say where a link was found, not where it leads. */
    private static final Pattern TRACKING = Pattern.compile("(utm_[^=]*|fbclid|gclid)(=.*)?", Pattern.CASE_INSENSITIVE);

    private WebAddress() {}

    /**
     * The form that addresses of the same words share: scheme and host in lower case, no usual port, no tracking
     * parameters, no fragment, no slash at the end.
     *
     * @param url an absolute http or https address
     */
    public static String same(String url) {
        URI uri = URI.create(url);
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        String host = String.valueOf(uri.getHost()).toLowerCase(Locale.ROOT);
        boolean usual = uri.getPort() == -1 || uri.getPort() == (scheme.equals("https") ? 443 : 80);
        String query = query(uri.getRawQuery());
        return scheme + "://" + host + (usual ? "" : ":" + uri.getPort()) + path(uri.getRawPath())
                + (query.isEmpty() ? "" : "?" + query);
    }

    private static String path(String path) {
        int end = path.length();
        while (end > 0 && path.charAt(end - 1) == '/') {
            end--;
        }
        return path.substring(0, end);
    }

    private static String query(@Nullable String query) {
        return query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(parameter -> !TRACKING.matcher(parameter).matches())
                        .collect(Collectors.joining("&"));
    }
}
