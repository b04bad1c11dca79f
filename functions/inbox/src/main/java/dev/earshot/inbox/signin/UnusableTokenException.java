package dev.earshot.inbox.signin;

/** A genuine token that says of its bearer what cannot be used; the message is for the bearer and quotes nothing. */
public final class UnusableTokenException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnusableTokenException(String message) {
        super(message);
    }
}
