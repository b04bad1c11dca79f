package dev.earshot.provider.proof;

/** Whether a hook was proven. */
public sealed interface Proof {

    /** It was. */
    record Proven() implements Proof {}

    /**
     * It was not.
     *
     * @param reason for the sender's operator; no secret, and not what would have been right
     */
    record Refused(String reason) implements Proof {}

    /** Proven, or refused for a reason. */
    public static Proof of(boolean proven, String otherwise) {
        return proven ? new Proven() : new Refused(otherwise);
    }
}
