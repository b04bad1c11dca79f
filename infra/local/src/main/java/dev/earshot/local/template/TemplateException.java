package dev.earshot.local.template;

import java.io.Serial;

/** A template that cannot be read. The message is {@code FILE:LINE: what is wrong, what to do}, ready to print. */
public final class TemplateException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    TemplateException(String message) {
        super(message);
    }
}
