package dev.earshot.provider;

import dev.earshot.core.configuration.Source;
import java.util.ArrayList;
import java.util.List;

/** Secrets that are taken, and should not be relied on. */
public final class WeakSecrets {

    private static final int ENOUGH = 16;
    /** What a secret of Standard Webhooks begins with; everybody knows it. */
    private static final String KNOWN = "whsec_";

    private WeakSecrets() {}

    /** What to say of a source's secrets, a sentence each and without them; nothing when all are long enough. */
    public static List<String> of(Source source) {
        Provider provider = Providers.named(source.provider()).orElse(null);
        if (provider == null || provider.polled()) {
            return List.of();
        }
        if (source.secrets().isEmpty()) {
            return List.of("source '" + source.name() + "' has no secret: whatever is delivered to it is refused");
        }
        List<String> said = new ArrayList<>();
        for (int i = 0; i < source.secrets().size(); i++) {
            String secret = source.secrets().get(i);
            String which = "secret " + (i + 1) + " of source '" + source.name() + "' ";
            if (secret.isBlank()) {
                said.add(which + "is empty: it proves nothing");
            } else if (length(secret) < ENOUGH) {
                said.add(which + "is shorter than " + ENOUGH + " characters: " + danger(provider));
            }
        }
        return said;
    }

    private static String danger(Provider provider) {
        return provider.secretInPath()
                ? "the address is all that keeps strangers out, and this one can be guessed; take one of openssl rand -hex 24"
                : "who guesses it can sign what they like; take one of openssl rand -hex 24";
    }

    private static int length(String secret) {
        return secret.startsWith(KNOWN) ? secret.length() - KNOWN.length() : secret.length();
    }
}
