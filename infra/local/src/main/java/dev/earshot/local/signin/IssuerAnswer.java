package dev.earshot.local.signin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import java.util.Map;

/**
 * What the issuer answers.
 *
 * @param headers by name
 */
record IssuerAnswer(int status, Map<String, String> headers, String body) {

    static IssuerAnswer of(int status, String type, String body) {
        return new IssuerAnswer(status, Map.of("Content-Type", type), body);
    }

    static IssuerAnswer problem(int status, String title, String detail) {
        ObjectNode problem = EarshotJson.mapper()
                .createObjectNode()
                .put("type", "about:blank")
                .put("title", title)
                .put("status", status)
                .put("detail", detail);
        return of(status, "application/problem+json", problem.toString());
    }
}
