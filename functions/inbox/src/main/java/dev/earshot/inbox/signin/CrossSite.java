package dev.earshot.inbox.signin;

import dev.earshot.inbox.problem.ErrorAnswer;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what another site makes a browser send: what changes something outside the API, where a cookie proves who it
 * is, must come from our own pages.
 */
public final class CrossSite {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OURS = Set.of("same-origin", "none");

    private final Optional<String> publicUrl;

    /** @param publicUrl our address, when it is not the one that the function is called by */
    public CrossSite(Optional<String> publicUrl) {
        this.publicUrl = publicUrl;
    }

    /**
     * Whether the request is refused.
     *
     * @param fetchSite the header {@code Sec-Fetch-Site}, which old browsers do not send
     * @param origin the header {@code Origin}
     * @param own the origin that was called, such as {@code https://inbox.example.com}
     */
    boolean refuses(String method, String path, @Nullable String fetchSite, @Nullable String origin, String own) {
        if (SAFE.contains(method) || ErrorAnswer.isApi(path)) {
            return false;
        }
        if (fetchSite != null && !OURS.contains(fetchSite)) {
            return true;
        }
        if (origin == null) {
            return fetchSite == null;
        }
        return !origin.equals(own) && !publicUrl.map(origin::equals).orElse(false);
    }
}
