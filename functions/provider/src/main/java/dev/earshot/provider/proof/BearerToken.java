package dev.earshot.provider.proof;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.hook.Hook;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who sends one of a source's secrets as a bearer token (RFC 6750), in the header or in the query, is proven. */
public final class BearerToken {

    private static final String SCHEME = "Bearer ";
    private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7E]{1,4096}");
    private static final String QUERY = "access_token";

    private BearerToken() {}

    /** What a secret must look like to be one: what an Authorization header can carry. */
    public static Optional<String> fault(String secret) {
        return TOKEN.matcher(secret).matches()
                ? Optional.empty()
                : Optional.of("is no bearer token: these are of ASCII letters, digits and signs, without spaces");
    }

    /** Whether the hook carries one of the source's secrets. */
    public static Proof verify(Hook hook, Source source) {
        Optional<String> header = hook.header("authorization");
        Optional<String> query = Optional.ofNullable(hook.query().get(QUERY));
        if (header.isPresent() && query.isPresent()) {
            return new Proof.Refused("there is a token in Authorization and one in the query");
        }
        Optional<String> token = query.or(() -> header.flatMap(BearerToken::inHeader));
        return token.isEmpty()
                ? new Proof.Refused("Authorization is missing or has another scheme than Bearer")
                : Proof.of(SharedToken.matches(source, token.get()), "the bearer token is not valid");
    }

    private static Optional<String> inHeader(String header) {
        return header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? Optional.of(header.substring(SCHEME.length()).strip())
                : Optional.empty();
    }
}
