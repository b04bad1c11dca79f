package dev.earshot.ingest.provider;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.earshot.core.configuration.Source;
import dev.earshot.ingest.hook.Hook;
import java.security.MessageDigest;
import java.util.Optional;

/** Who sends one of a source's secrets as a bearer token (RFC 6750), in the header or in the query, is proven. */
final class BearerToken {

    private static final String SCHEME = "Bearer ";
    private static final String QUERY = "access_token";

    private BearerToken() {}

    static Proof verify(Hook hook, Source source) {
        Optional<String> header = hook.header("authorization");
        Optional<String> query = Optional.ofNullable(hook.query().get(QUERY));
        if (header.isPresent() && query.isPresent()) {
            return new Proof.Refused("there is a token in Authorization and one in the query");
        }
        Optional<String> token = query.or(() -> header.flatMap(BearerToken::inHeader));
        return token.isEmpty()
                ? new Proof.Refused("Authorization is missing or has another scheme than Bearer")
                : Proof.of(matches(source, token.get()), "the bearer token is not valid");
    }

    private static Optional<String> inHeader(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }

    private static boolean matches(Source source, String token) {
        boolean matches = false;
        for (String secret : source.secrets()) {
            // Every secret is tried, so that the time taken does not tell which one matched.
            matches |= !secret.isBlank() && MessageDigest.isEqual(secret.getBytes(UTF_8), token.getBytes(UTF_8));
        }
        return matches;
    }
}
