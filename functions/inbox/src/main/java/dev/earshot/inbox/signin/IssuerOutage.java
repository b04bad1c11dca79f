package dev.earshot.inbox.signin;

import dev.earshot.inbox.problem.Problem;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.TimeoutException;

/** The issuer does not answer: nobody's fault who calls, and soon over. */
final class IssuerOutage {

    static final Problem PROBLEM = Problem.of(503, "The issuer of sign-ins does not answer. Try again.");
    static final String RETRY_AFTER_SECONDS = "5";

    /** By name, for Quarkus keeps some of them to itself. */
    private static final Set<String> OUTAGES =
            Set.of("OIDCException", "OidcEndpointAccessException", "ServerUnavailableException");

    private static final int DEEPEST = 10;

    private IssuerOutage() {}

    /** Whether a failure to verify somebody comes from an outage, and not from what they sent. */
    static boolean behind(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof IOException
                    || cause instanceof TimeoutException
                    || OUTAGES.contains(cause.getClass().getSimpleName())) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
