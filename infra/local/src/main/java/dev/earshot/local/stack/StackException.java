package dev.earshot.local.stack;

import dev.earshot.local.template.Resource;
import java.io.Serial;

/** A resource that could not be created. The message is {@code FILE:LINE: what went wrong}, ready to print. */
public final class StackException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    StackException(Resource resource, Throwable cause) {
        super(resource.at() + ": " + resource.logicalId() + " could not be created: " + cause.getMessage(), cause);
    }
}
