package dev.earshot.local.cli;

/** Something did not work on the way; the message says what. */
final class FailedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    FailedException(String message) {
        super(message);
    }
}
