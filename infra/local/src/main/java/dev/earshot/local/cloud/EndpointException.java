package dev.earshot.local.cloud;

import org.jspecify.annotations.Nullable;

/** The endpoint that was given cannot be used; the message says why and what to do, in one line. */
public final class EndpointException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    EndpointException(String message) {
        this(message, null);
    }

    EndpointException(String message, @Nullable Throwable cause) {
        super(CloudEndpoint.VARIABLE + ": " + message, cause);
    }
}
