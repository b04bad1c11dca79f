package dev.earshot.local.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.Set;

/** What a client may ask for: a code for the local cloud, with PKCE. */
final class SignInRequest {

    private static final Set<String> SUITABLE_MODES = Set.of("", "query");

    private final URI cloud;

    SignInRequest(URI cloud) {
        this.cloud = cloud;
    }

    /** Why an authorization request is refused, if it is. Nobody is redirected then. */
    Optional<String> refusal(FormValues query) {
        if (!query.one("client_id").equals(LocalIssuer.CLIENT)) {
            return Optional.of("client_id must be " + LocalIssuer.CLIENT);
        } else if (!leadsToTheCloud(query.one("redirect_uri"))) {
            return Optional.of("redirect_uri must begin with " + cloud + "/");
        } else if (!query.one("response_type").equals("code") || !SUITABLE_MODES.contains(query.one("response_mode"))) {
            return Optional.of("response_type must be code, response_mode query or none");
        } else if (query.one("code_challenge").isEmpty()
                || !query.one("code_challenge_method").equals("S256")) {
            return Optional.of("PKCE is required: code_challenge, and code_challenge_method S256");
        }
        return Optional.empty();
    }

    /** Why a token request is refused, if it is. */
    static Optional<String> tokenRefusal(FormValues form) {
        return switch (form.one("grant_type")) {
            case "refresh_token" -> Optional.empty();
            case "authorization_code" ->
                form.one("code_verifier").isEmpty() ? Optional.of("code_verifier is required") : Optional.empty();
            default -> Optional.of("grant_type must be authorization_code or refresh_token");
        };
    }

    /** Whether an address is of the local cloud, by either name of this machine. */
    boolean leadsToTheCloud(String address) {
        try {
            URI uri = new URI(address);
            return "http".equals(uri.getScheme())
                    && ("127.0.0.1".equals(uri.getHost()) || "localhost".equals(uri.getHost()))
                    && uri.getPort() == cloud.getPort()
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
