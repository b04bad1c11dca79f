package dev.earshot.core.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which genuine tokens of the issuer are meant for the API: those whose {@code aud} names our audience, and those whose
 * {@code client_id} is our client, as Cognito's access tokens have it in place of an audience. An ID token says who
 * signed in to a page; it opens no API.
 */
public final class BearerRule implements TokenRule {

    private final Optional<String> audience;
    private final String clientId;

    /** @param audience empty when the issuer names none in access tokens */
    public BearerRule(Optional<String> audience, String clientId) {
        this.audience = audience.filter(value -> !value.isBlank());
        this.clientId = clientId;
    }

    @Override
    public Optional<String> refusal(Map<String, Object> claims) {
        if ("id".equals(claims.get("token_use")) || "ID".equals(claims.get("typ"))) {
            return Optional.of("it is an ID token");
        }
        if (audience.isPresent() && names(claims.get("aud"), audience.get())) {
            return Optional.empty();
        }
        return clientId.equals(claims.get("client_id"))
                ? Optional.empty()
                : Optional.of("it is meant for another audience");
    }

    private static boolean names(@Nullable Object aud, String wanted) {
        return aud instanceof Collection<?> several ? several.contains(wanted) : wanted.equals(aud);
    }
}
