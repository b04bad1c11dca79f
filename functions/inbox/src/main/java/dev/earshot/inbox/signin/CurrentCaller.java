package dev.earshot.inbox.signin;

import dev.earshot.core.access.Caller;

/** Whose request is being answered. */
@FunctionalInterface
public interface CurrentCaller {

    /**
     * The caller, whose token or session has been verified.
     *
     * @throws UnusableTokenException when the issuer says of them what cannot be used
     */
    Caller get();
}
