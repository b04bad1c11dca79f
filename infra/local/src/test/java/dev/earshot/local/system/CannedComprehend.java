package dev.earshot.local.system;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.emulators.http.Answer;
import dev.earshot.emulators.http.Call;
import dev.earshot.emulators.http.CallHandler;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Always says the same as Comprehend, to see that a packaged function reaches it; its limits are tested with analyze. */
final class CannedComprehend implements AutoCloseable {

    private final List<String> operations = new CopyOnWriteArrayList<>();
    private final LoopbackServer server;

    CannedComprehend() throws IOException {
        CallHandler handler = this::answer;
        server = LoopbackServer.bind(0, "comprehend").serve(handler);
    }

    URI endpoint() {
        return server.uri();
    }

    List<String> operations() {
        return operations;
    }

    @Override
    public void close() {
        server.close();
    }

    private Answer answer(Call call) throws IOException {
        String target = String.valueOf(call.header("X-Amz-Target"));
        operations.add(target.substring(target.indexOf('.') + 1));
        ObjectNode response = EarshotJson.mapper().createObjectNode();
        ArrayNode results = response.putArray("ResultList");
        response.putArray("ErrorList");
        int texts = EarshotJson.mapper().readTree(call.body()).path("TextList").size();
        for (int i = 0; i < texts; i++) {
            ObjectNode result = results.addObject().put("Index", i).put("Sentiment", "NEGATIVE");
            result.putArray("Languages").addObject().put("LanguageCode", "de").put("Score", 0.75);
            result.putObject("SentimentScore")
                    .put("Positive", 0.1)
                    .put("Negative", 0.7)
                    .put("Neutral", 0.15)
                    .put("Mixed", 0.05);
        }
        return Answer.text(200, "application/x-amz-json-1.1", response.toString());
    }
}
