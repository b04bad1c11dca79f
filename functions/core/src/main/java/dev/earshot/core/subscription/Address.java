package dev.earshot.core.subscription;

import dev.earshot.core.mention.MentionId;
import java.net.URI;

/**
 * Where notices go. The topic keeps one subscription per address, however many departments' notices go there.
 *
 * @param endpoint an e-mail address, a URL or a queue's ARN
 */
public record Address(Protocol protocol, String endpoint) {

    /** Stands for the address without naming it: 26 characters of base32. */
    public String fingerprint() {
        return MentionId.fingerprint("address\n" + protocol.word() + "\n" + endpoint);
    }

    /** The domain or host that it is at, which says whose it is without saying who; a queue's own name. */
    String place() {
        return switch (protocol) {
            case EMAIL -> endpoint.substring(endpoint.lastIndexOf('@') + 1);
            case HTTP, HTTPS -> String.valueOf(URI.create(endpoint).getHost());
            case SQS -> endpoint;
        };
    }

    /** Without the endpoint, so that no log can hold it. */
    @Override
    public String toString() {
        return protocol.word() + " " + fingerprint();
    }
}
