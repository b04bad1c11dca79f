package dev.earshot.local.cloud;

/** The local cloud could not be started; the message says why and what to do, in one line. */
public final class CloudException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CloudException(String message, Throwable cause) {
        super(message, cause);
    }

    CloudException(String message) {
        super(message);
    }
}
