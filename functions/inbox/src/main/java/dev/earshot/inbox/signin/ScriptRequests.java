package dev.earshot.inbox.signin;

import org.jspecify.annotations.Nullable;

/** Tells requests that scripts and pages make by themselves from people who go somewhere. */
public final class ScriptRequests {

    private ScriptRequests() {}

    /**
     * Whether nobody would see a redirect to the issuer, and a state cookie for it would be in vain.
     *
     * @param htmx the header {@code HX-Request}
     * @param fetchMode the header {@code Sec-Fetch-Mode}, which old browsers do not send
     */
    public static boolean matches(@Nullable String htmx, @Nullable String fetchMode) {
        return htmx != null || (fetchMode != null && !fetchMode.equals("navigate"));
    }
}
