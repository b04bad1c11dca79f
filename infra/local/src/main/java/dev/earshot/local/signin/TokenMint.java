package dev.earshot.local.signin;

import com.nimbusds.oauth2.sdk.TokenRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import no.nav.security.mock.oauth2.token.KeyProvider;
import no.nav.security.mock.oauth2.token.OAuth2TokenCallback;
import no.nav.security.mock.oauth2.token.OAuth2TokenProvider;

/** Signs tokens, with a key that is made anew for every start. */
final class TokenMint implements OAuth2TokenCallback {

    static final Duration LIFE = Duration.ofHours(1);

    private static final String ALGORITHM = "RS256";

    private final String issuer;
    private final OAuth2TokenProvider provider;

    TokenMint(String issuer, Clock clock) {
        this.issuer = issuer;
        // The library brings keys of its own, which all the world can read.
        this.provider = new OAuth2TokenProvider(new KeyProvider(List.of(), ALGORITHM), clock::instant);
    }

    OAuth2TokenProvider provider() {
        return provider;
    }

    /** An access token, for who has no browser at hand. */
    String accessToken(Person person) {
        Map<String, Object> claims = Map.of(
                "iss", issuer,
                "sub", person.name(),
                "name", person.name(),
                "groups", person.groups(),
                "aud", LocalIssuer.AUDIENCE,
                "jti", UUID.randomUUID().toString());
        return provider.jwt(claims, LIFE, LocalIssuer.ID).serialize();
    }

    @Override
    public String issuerId() {
        return LocalIssuer.ID;
    }

    /** Never used: codes are given to those who have signed in alone, by their names. */
    @Override
    public String subject(TokenRequest request) {
        return "nobody";
    }

    @Override
    public String typeHeader(TokenRequest request) {
        return "JWT";
    }

    @Override
    public List<String> audience(TokenRequest request) {
        return List.of(LocalIssuer.AUDIENCE);
    }

    /** Name and groups come with the sign-in. */
    @Override
    public Map<String, Object> addClaims(TokenRequest request) {
        return Map.of();
    }

    @Override
    public long tokenExpiry() {
        return LIFE.toSeconds();
    }
}
