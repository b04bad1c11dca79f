package dev.earshot.core.configuration;

import java.util.Base64;
import java.util.Optional;

/** A secret of Standard Webhooks: {@code whsec_} and the key in base64; the prefix may be missing. */
public final class StandardWebhooksSecret {

    private static final String PREFIX = "whsec_";

    private StandardWebhooksSecret() {}

    /** The key that a secret stands for; empty when it stands for none. */
    public static Optional<byte[]> key(String secret) {
        String encoded = secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret;
        try {
            return Optional.of(Base64.getDecoder().decode(encoded)).filter(key -> key.length > 0);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
