package dev.earshot.provider.proof;

import dev.earshot.core.configuration.Source;
import dev.earshot.provider.hook.Hook;
import java.util.Optional;
import java.util.regex.Pattern;

/** Who knows the whole address is proven: its last segment is one of the source's secrets. For senders that sign nothing. */
public final class PathSecret {

    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9._~-]{1,256}");

    private PathSecret() {}

    /** What a secret must look like to be part of an address as it is. */
    public static Optional<String> fault(String secret) {
        return SEGMENT.matcher(secret).matches() && !secret.equals(".") && !secret.equals("..")
                ? Optional.empty()
                : Optional.of("cannot be part of an address: it is of letters, digits, - and _");
    }

    /** Whether the hook came by an address with one of the source's secrets. */
    public static Proof verify(Hook hook, Source source) {
        return Proof.of(
                SharedToken.matches(source, hook.pathSecret()), "the last segment of the path is missing or not valid");
    }
}
