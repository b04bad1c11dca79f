package dev.earshot.core.access;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * Which genuine tokens of the issuer prove a sign-in at our pages: ID tokens, whose {@code aud} is our client. They open no
 * API; the inbox alone shows them, in a header of their own, to a function that answers for one of its pages.
 */
public final class SignInRule implements TokenRule {

    /** The header in which the inbox shows the ID token of whoever is signed in. */
    public static final String HEADER = "Earshot-Sign-In";

    private final String clientId;

    public SignInRule(String clientId) {
        this.clientId = clientId;
    }

    @Override
    public Optional<String> refusal(Map<String, Object> claims) {
        Object aud = claims.get("aud");
        boolean ours = aud instanceof Collection<?> several ? several.contains(clientId) : clientId.equals(aud);
        return ours ? Optional.empty() : Optional.of("it is meant for another client");
    }
}
