package dev.earshot.analyze.comprehend;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.emulators.http.Answer;
import dev.earshot.emulators.http.Call;
import dev.earshot.emulators.http.CallHandler;
import dev.earshot.emulators.http.Json;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * Comprehend's two batch operations as they are documented, on this machine: their protocol, limits and exceptions, and
 * judgements that tests can foretell. The first word of a text that looks like {@code [nl]} is its language, else it is
 * English; {@code love} makes it POSITIVE, {@code hate} NEGATIVE, both MIXED, neither NEUTRAL. Where the documentation can
 * be read in two ways, the narrower holds here.
 */
final class ComprehendStub implements AutoCloseable {

    private static final String MEDIA_TYPE = "application/x-amz-json-1.1";
    private static final String TARGET = "Comprehend_20171127.";
    private static final int MAX_DOCUMENTS = 25;
    /** "Each document must contain fewer than 5,000 bytes", later "5 KB". */
    private static final int TOO_MANY_BYTES = 5_000;

    private static final Set<String> LANGUAGES =
            Set.of("en", "es", "fr", "de", "it", "pt", "ar", "hi", "ja", "ko", "zh", "zh-TW");

    /** What was asked in one call that came through. */
    record Asked(String operation, String language, List<String> texts) {}

    private final LoopbackServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private final Deque<Refusal> refusals = new ArrayDeque<>();
    private volatile int attempts;
    private volatile Predicate<String> failing = text -> false;
    private volatile Predicate<String> malformed = text -> false;

    private ComprehendStub(LoopbackServer server) {
        this.server = server;
    }

    static ComprehendStub start() {
        try {
            ComprehendStub stub = new ComprehendStub(LoopbackServer.bind(0, "comprehend"));
            CallHandler handler = stub::answer;
            stub.server.serve(handler);
            return stub;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI endpoint() {
        return server.uri();
    }

    /** The calls that were answered, in their order. */
    List<Asked> asked() {
        return asked;
    }

    /** How many requests came, answered or refused. */
    int attempts() {
        return attempts;
    }

    /** Puts the next requests off, as Comprehend does above an account's rate. */
    void throttleNext(int requests) {
        refuseNext(requests, 400, "ThrottlingException");
    }

    /** Refuses the next requests. */
    synchronized void refuseNext(int requests, int status, String type) {
        for (int i = 0; i < requests; i++) {
            refusals.add(new Refusal(status, type));
        }
    }

    /** From now on these documents are in the error list of every call. */
    void failOn(Predicate<String> documents) {
        failing = documents;
    }

    /** From now on a call with such a document is refused whole. */
    void refuseCallsWith(Predicate<String> document) {
        malformed = document;
    }

    @Override
    public void close() {
        server.close();
    }

    private synchronized Answer answer(Call call) throws IOException {
        attempts++;
        String body = call.body();
        try {
            if (!refusals.isEmpty()) {
                throw refusals.remove();
            }
            return Answer.text(200, MEDIA_TYPE, perform(call, body).toString());
        } catch (Refusal e) {
            ObjectNode error = Json.object().put("__type", e.type).put("Message", "refused by the stub");
            return Answer.text(e.status, MEDIA_TYPE, error.toString());
        }
    }

    private ObjectNode perform(Call call, String body) {
        String authorization = String.valueOf(call.header("Authorization"));
        require(authorization.contains("/comprehend/aws4_request"), "MissingAuthenticationTokenException");
        require(MEDIA_TYPE.equals(call.header("Content-Type")), "SerializationException");
        ObjectNode request = Json.objectOrNull(body);
        if (request == null) {
            throw new Refusal(400, "SerializationException");
        }
        String target = String.valueOf(call.header("X-Amz-Target"));
        return switch (target.startsWith(TARGET) ? target.substring(TARGET.length()) : "") {
            case "BatchDetectDominantLanguage" -> languages(texts(request));
            case "BatchDetectSentiment" -> sentiments(request, texts(request));
            default -> throw new Refusal(400, "UnknownOperationException");
        };
    }

    private List<String> texts(ObjectNode request) {
        JsonNode list = request.path("TextList");
        require(list.isArray() && !list.isEmpty(), "InvalidRequestException");
        require(list.size() <= MAX_DOCUMENTS, "BatchSizeLimitExceededException");
        List<String> texts = new ArrayList<>();
        for (JsonNode text : list) {
            require(text.isTextual() && !text.asText().isEmpty(), "InvalidRequestException");
            require(text.asText().getBytes(UTF_8).length < TOO_MANY_BYTES, "TextSizeLimitExceededException");
            require(isUnicode(text.asText()) && !malformed.test(text.asText()), "InvalidRequestException");
            texts.add(text.asText());
        }
        return texts;
    }

    private ObjectNode languages(List<String> texts) {
        asked.add(new Asked("BatchDetectDominantLanguage", "", texts));
        return eachOf(texts, (text, result) -> {
            ArrayNode languages = result.putArray("Languages");
            if (!language(text).equals("none")) {
                languages.addObject().put("LanguageCode", "la").put("Score", 0.0125f);
                languages.addObject().put("LanguageCode", language(text)).put("Score", 0.9875f);
            }
        });
    }

    private ObjectNode sentiments(ObjectNode request, List<String> texts) {
        String language = request.path("LanguageCode").asText();
        require(!language.isEmpty(), "InvalidRequestException");
        require(LANGUAGES.contains(language), "UnsupportedLanguageException");
        asked.add(new Asked("BatchDetectSentiment", language, texts));
        return eachOf(texts, ComprehendStub::judge);
    }

    private static void judge(String text, ObjectNode result) {
        boolean love = text.contains("love");
        boolean hate = text.contains("hate");
        result.put("Sentiment", love ? hate ? "MIXED" : "POSITIVE" : hate ? "NEGATIVE" : "NEUTRAL");
        result.putObject("SentimentScore")
                .put("Positive", love && !hate ? 0.91f : 0.03f)
                .put("Negative", hate && !love ? 0.91f : 0.03f)
                .put("Neutral", !love && !hate ? 0.91f : 0.03f)
                .put("Mixed", love && hate ? 0.91f : 0.03f);
    }

    private ObjectNode eachOf(List<String> texts, Judge judge) {
        ObjectNode response = Json.object();
        ArrayNode results = response.putArray("ResultList");
        ArrayNode errors = response.putArray("ErrorList");
        for (int i = 0; i < texts.size(); i++) {
            if (failing.test(texts.get(i))) {
                errors.addObject()
                        .put("Index", i)
                        .put("ErrorCode", "INTERNAL_SERVER_ERROR")
                        .put("ErrorMessage", "failed by the stub");
            } else {
                judge.judge(texts.get(i), results.addObject().put("Index", i));
            }
        }
        return response;
    }

    private static String language(String text) {
        int end = text.indexOf(']');
        return text.startsWith("[") && end > 0 ? text.substring(1, end) : "en";
    }

    /** Neither NUL nor half a character; undocumented, and the narrower reading. */
    private static boolean isUnicode(String text) {
        return text.codePoints().noneMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    private static void require(boolean holds, String type) {
        if (!holds) {
            throw new Refusal(400, type);
        }
    }

    private interface Judge {
        void judge(String text, ObjectNode result);
    }

    private static final class Refusal extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final int status;
        private final String type;

        Refusal(int status, String type) {
            super(type);
            this.status = status;
            this.type = type;
        }
    }
}
