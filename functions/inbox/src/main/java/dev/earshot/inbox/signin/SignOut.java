package dev.earshot.inbox.signin;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The request that ends a session at the issuer, by OpenID Connect RP-Initiated Logout. */
public final class SignOut {

    private final String clientId;

    public SignOut(String clientId) {
        this.clientId = clientId;
    }

    /**
     * Where to send the browser.
     *
     * @param endSession the issuer's address for it
     * @param idToken whose session
     * @param back where people shall come back to
     */
    URI at(String endSession, String idToken, String back) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", clientId);
        parameters.put("post_logout_redirect_uri", back);
        // Cognito's name for it.
        parameters.put("logout_uri", back);
        parameters.put("id_token_hint", idToken);
        String query = parameters.entrySet().stream()
                .map(parameter -> parameter.getKey() + "=" + URLEncoder.encode(parameter.getValue(), UTF_8))
                .collect(Collectors.joining("&"));
        return URI.create(endSession + (endSession.contains("?") ? "&" : "?") + query);
    }
}
