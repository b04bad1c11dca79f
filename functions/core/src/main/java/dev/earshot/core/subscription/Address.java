package dev.earshot.core.subscription;

import dev.earshot.core.mention.MentionId;

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

    /** Without the endpoint, so that no log can hold it. */
    @Override
    public String toString() {
        return protocol.word() + " " + fingerprint();
    }
}
