package dev.earshot.core.configuration;

/** A configuration file that cannot be used; the message is {@code FILE:LINE: what is wrong}. */
public final class InvalidConfigurationException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    InvalidConfigurationException(String file, int line, String what) {
        super(file + ":" + line + ": " + what);
    }
}
