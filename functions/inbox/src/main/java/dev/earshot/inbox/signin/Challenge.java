package dev.earshot.inbox.signin;

import dev.earshot.inbox.problem.ErrorAnswer;
import dev.earshot.inbox.problem.Problem;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What somebody is answered who has not proven who they are.
 *
 * @param body may be empty
 */
record Challenge(int status, Map<String, String> headers, String body) {

    private static final int REDIRECT = 302;

    /** To a program: it must bring a token. */
    static Challenge bearer(String path, boolean hadToken) {
        String challenge = hadToken ? "Bearer error=\"invalid_token\"" : "Bearer";
        String detail = hadToken ? "The bearer token is not accepted." : "A bearer token is needed.";
        return answered(path, Problem.of(401, detail), Map.of("WWW-Authenticate", challenge));
    }

    /** To a page: it must be loaded anew, and then its reader signs in. */
    static Challenge reload(String path) {
        return answered(
                path, Problem.of(401, "The session has ended. Load the page anew."), Map.of("HX-Refresh", "true"));
    }

    /** To a person: on to the issuer. */
    static Challenge redirect(String location) {
        return new Challenge(REDIRECT, Map.of("Location", location), "");
    }

    /** Nobody can be verified now. */
    static Challenge outage(String path) {
        return answered(path, IssuerOutage.PROBLEM, Map.of("Retry-After", IssuerOutage.RETRY_AFTER_SECONDS));
    }

    /** The sign-in at the issuer did not end as it should. */
    static Challenge incomplete(String path) {
        return answered(path, Problem.of(401, "The sign-in was not completed. Try again."), Map.of());
    }

    private static Challenge answered(String path, Problem problem, Map<String, String> more) {
        ErrorAnswer answer = ErrorAnswer.of(path, problem);
        Map<String, String> headers = new LinkedHashMap<>(more);
        headers.put("Content-Type", answer.type());
        return new Challenge(answer.status(), headers, answer.body());
    }
}
