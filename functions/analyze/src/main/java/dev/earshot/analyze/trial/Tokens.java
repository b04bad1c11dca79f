package dev.earshot.analyze.trial;

/** Tells genuine bearer tokens from others. */
@FunctionalInterface
public interface Tokens {

    /** What is known of a token; nothing that its bearer could send makes this throw. */
    Verdict verify(String token);

    /** What a token proves. */
    enum Verdict {
        /** It is genuine, valid now, and meant for this API. */
        ACCEPTED,
        /** It proves nothing. */
        REFUSED,
        /** It cannot be told now: the issuer does not answer. */
        NOT_NOW
    }
}
