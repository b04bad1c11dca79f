package dev.earshot.inbox.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.inbox.layout.LayoutTemplates;

/**
 * A problem in the form that its reader understands: a document for programs that call the API, a page for people.
 *
 * @param type the media type
 */
public record ErrorAnswer(int status, String type, String body) {

    private static final String HTML = "text/html;charset=UTF-8";

    /** The answer to a request for this path. */
    public static ErrorAnswer of(String path, Problem problem) {
        if (!isApi(path) && !isHook(path)) {
            return new ErrorAnswer(problem.status(), HTML, LayoutTemplates.error(problem.title(), problem.detail()));
        }
        try {
            String json = EarshotJson.mapper().writeValueAsString(problem);
            return new ErrorAnswer(problem.status(), Problem.MEDIA_TYPE, json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a problem cannot be written", e);
        }
    }

    /** Whether platforms post there; what is well addressed does not come here. */
    public static boolean isHook(String path) {
        return path.equals("/hook") || path.startsWith("/hook/") || path.equals("/hooks") || path.startsWith("/hooks/");
    }

    /** Whether programs ask there, with a token of their own, and not browsers. */
    public static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }
}
