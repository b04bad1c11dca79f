package dev.earshot.inbox.signin;

import java.net.URI;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where the issuer has people sign in and out, as far as it has been asked. */
public final class IssuerAddresses {

    private final Supplier<@Nullable String> authorization;
    private final Supplier<@Nullable String> endSession;

    /** @param authorization gives null while the issuer has not answered yet */
    public IssuerAddresses(Supplier<@Nullable String> authorization, Supplier<@Nullable String> endSession) {
        this.authorization = authorization;
        this.endSession = endSession;
    }

    /** Where it ends sessions; some issuers cannot. */
    Optional<String> endSession() {
        return Optional.ofNullable(endSession.get());
    }

    /** The origins that a form may end at: signing in, after a session ended, and signing out. */
    String origins() {
        return Stream.of(authorization, endSession)
                .map(Supplier::get)
                .filter(Objects::nonNull)
                .map(IssuerAddresses::origin)
                .distinct()
                .collect(Collectors.joining(" "));
    }

    private static String origin(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getRawAuthority();
    }
}
