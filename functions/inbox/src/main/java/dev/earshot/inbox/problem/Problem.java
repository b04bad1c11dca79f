package dev.earshot.inbox.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.core.json.InvalidMember;
import java.util.List;

/**
 * An error as RFC 9457 describes it.
 *
 * @param detail what went wrong, for the caller; never a secret, a token or what somebody said
 * @param errors what is wrong with which member of the body; left out when empty
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<InvalidMember> errors) {

    /** The media type of problems. */
    public static final String MEDIA_TYPE = "application/problem+json";

    public Problem {
        errors = List.copyOf(errors);
    }

    /** A problem of this HTTP status. */
    public static Problem of(int status, String detail) {
        return new Problem("about:blank", title(status), status, detail, List.of());
    }

    /** A body with these mistakes: 400. */
    public static Problem invalid(List<InvalidMember> errors) {
        return new Problem("about:blank", title(400), 400, "The body is not as the API wants it.", errors);
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 405 -> "Method Not Allowed";
            case 406 -> "Not Acceptable";
            case 409 -> "Conflict";
            case 413 -> "Content Too Large";
            case 415 -> "Unsupported Media Type";
            case 503 -> "Service Unavailable";
            default -> status < 500 ? "Bad Request" : "Internal Server Error";
        };
    }
}
