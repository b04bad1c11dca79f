package dev.earshot.core.json;

/** A member of a JSON document breaks a rule. The message is for the caller and repeats none of the document. */
public final class InvalidMemberException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String pointer;

    /**
     * @param pointer which member, as a JSON pointer (RFC 6901) such as {@code /outcome/kind}
     * @param detail the rule, and what to do about it
     */
    public InvalidMemberException(String pointer, String detail) {
        super(detail);
        this.pointer = pointer;
    }

    /** Which member, as a JSON pointer. */
    public String pointer() {
        return pointer;
    }
}
