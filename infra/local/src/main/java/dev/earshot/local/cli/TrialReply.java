package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of a test delivery, for people.
 *
 * @param file the file that the source was read from; null when the running cloud named it
 * @param elsewhere whether it was sent to another Earshot than the local cloud
 */
record TrialReply(
        HttpResponse<String> answer,
        SourceHook hook,
        @Nullable Path file,
        boolean elsewhere) {

    private static final int USUAL_PORT = 8080;

    /** The answer, and behind it what that means. */
    List<String> lines() {
        int status = answer.statusCode();
        List<String> lines = new ArrayList<>();
        if (status >= 300 && status < 400) {
            String page = hook.source().options().path("thanks").asText("another page");
            lines.add("Test delivery -> " + status + " taken; browsers are sent on to " + Printable.line(page));
            lines.add("  It is kept as noise, because it only tries the line: " + hook.base() + "/noise shows it");
            return lines;
        }
        lines.add("Test delivery -> " + status + " " + HookReply.summary(answer.body()));
        if (status < 300) {
            lines.addAll(whereItIs(mentionIds()));
        } else if (status == 404 && file != null) {
            lines.add("  The sources of " + hook.base() + " are others than those of " + file + "; "
                    + (elsewhere
                            ? "./earshot source put " + hook.source().name() + " --sources " + file
                                    + " prints how to store it there"
                            : "to have them, stop it and start it with ./earshot up --sources " + file));
        }
        return lines;
    }

    private List<String> whereItIs(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of("  Nothing of it is kept: the source's options do not listen to it");
        }
        List<String> lines = new ArrayList<>();
        lines.add("  It is kept as noise, because it only tries the line: " + hook.base() + "/noise shows it,");
        ids.forEach(id -> lines.add("  and its way is shown by ./earshot trace " + Printable.line(id) + where()));
        return lines;
    }

    private String where() {
        int port = hook.base().getPort();
        return elsewhere ? " --stack NAME" : port == USUAL_PORT ? "" : " --port " + port;
    }

    private List<String> mentionIds() {
        try {
            JsonNode ids = EarshotJson.mapper().readTree(answer.body()).path("mentionIds");
            List<String> all = new ArrayList<>();
            ids.forEach(id -> all.add(id.asText()));
            return all;
        } catch (JsonProcessingException e) {
            return List.of();
        }
    }
}
