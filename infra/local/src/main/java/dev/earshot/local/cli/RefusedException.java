package dev.earshot.local.cli;

/** What was asked for cannot be done as it was asked; the message says what to do instead. */
final class RefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedException(String message) {
        super(message);
    }
}
