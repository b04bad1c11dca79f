package dev.earshot.core.ears;

import dev.earshot.core.mention.Mention;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the hosts that a mention links to: places that are spoken of. Nothing is looked up or fetched. */
public final class LinkedHosts {

    private static final Pattern LINK =
            Pattern.compile("https?://[^\\s<>\"'()\\[\\]{}|\\\\^`]{4,300}", Pattern.CASE_INSENSITIVE);
    private static final Pattern NAME =
            Pattern.compile("[a-z0-9-]{1,63}(\\.[a-z0-9-]{1,63}){0,8}\\.[a-z][a-z0-9-]{1,62}");
    private static final int LONGEST = 100;
    private static final int MOST = 10;

    private LinkedHosts() {}

    /** The hosts of the first links in a mention's words, at most 10; without the host where it was said. */
    public static Set<String> of(Mention mention) {
        Set<String> hosts = new LinkedHashSet<>();
        Matcher links = LINK.matcher(mention.text() == null ? "" : mention.text());
        for (int i = 0; i < MOST && links.find(); i++) {
            host(links.group()).ifPresent(hosts::add);
        }
        Optional<String> own = own(mention.url());
        if (mention.reportedBy() != null) {
            // A colleague was there; no source of ours is.
            own.ifPresent(hosts::add);
        } else {
            own.ifPresent(hosts::remove);
        }
        return hosts;
    }

    /** The host where something was said; empty when that is not known. */
    public static Optional<String> own(@Nullable String url) {
        return url == null ? Optional.empty() : host(url);
    }

    /** The host of an address as a name of the internet, without {@code www.}; empty when it is none. */
    static Optional<String> host(String url) {
        try {
            String host = new URI(url).getHost();
            return host == null
                    ? Optional.empty()
                    : Optional.of(bare(host.toLowerCase(Locale.ROOT)))
                            .filter(name -> name.length() <= LONGEST
                                    && NAME.matcher(name).matches());
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    static String bare(String host) {
        String name = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        return name.startsWith("www.") ? name.substring("www.".length()) : name;
    }

    /** Whether a host is another one or belongs to it: {@code forum.example.com} to {@code example.com}. */
    public static boolean within(String host, String other) {
        return host.equals(other) || host.endsWith("." + other);
    }
}
