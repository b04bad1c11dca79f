package dev.earshot.inbox.page;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.inbox.trial.TrialAnswer;
import dev.earshot.inbox.trial.TrialText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The page on which texts are tried.
 *
 * @param message why it was not tried
 */
record TrialPage(TrialText given, Optional<Result> result, Optional<String> message) {

    private static final int MOST_SCORES = 5;

    static final TrialPage EMPTY = new TrialPage(new TrialText("", ""), Optional.empty(), Optional.empty());

    /**
     * What would become of the text.
     *
     * @param decision in a sentence
     * @param routes to whom it would go, and why
     * @param facts what was understood, as name and value
     * @param scores how well the departments fit, best first
     */
    record Result(String decision, List<Route> routes, List<Fact> facts, List<Fact> scores) {}

    /** A department that would get a case. */
    record Route(String department, String priority, List<String> reasons) {}

    /** Something that was understood. */
    record Fact(String name, String value) {}

    /** @param names departments' names by id */
    static TrialPage of(TrialText given, TrialAnswer answer, Map<String, String> names) {
        if (answer instanceof TrialAnswer.Tried tried) {
            return new TrialPage(given, Optional.of(result(tried.body(), names)), Optional.empty());
        }
        return new TrialPage(given, Optional.empty(), Optional.of(((TrialAnswer.NotTried) answer).why()));
    }

    private static Result result(JsonNode body, Map<String, String> names) {
        JsonNode analysis = body.path("analysis");
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Language", language(analysis.path("language"))));
        facts.add(new Fact("Sentiment", word(analysis.path("sentiment"), analysis.path("unanalysed"))));
        facts.add(new Fact("Sounds urgent", analysis.path("urgent").asBoolean() ? "yes" : "no"));
        String intents = String.join(", ", texts(analysis.path("intents"), "id"));
        facts.add(new Fact("Wants", intents.isEmpty() ? "nothing that can be told" : intents.replace('-', ' ')));
        return new Result(
                decision(body.path("decision")),
                routes(body.path("decision").path("departments"), names),
                facts,
                scores(analysis.path("departments"), names));
    }

    private static String decision(JsonNode decision) {
        if (decision.path("noise").isObject()) {
            return "It would be noise: " + decision.path("noise").path("detail").asText() + ".";
        }
        return decision.path("unrouted").asBoolean()
                ? "Nothing speaks for any department: the listening team would find it under Unrouted."
                : "It would become a case for:";
    }

    private static List<Route> routes(JsonNode departments, Map<String, String> names) {
        List<Route> routes = new ArrayList<>();
        for (JsonNode one : departments) {
            routes.add(new Route(
                    name(names, one),
                    one.path("priority").asText().toLowerCase(Locale.ROOT),
                    texts(one.path("because"), "text")));
        }
        return routes;
    }

    private static List<Fact> scores(JsonNode departments, Map<String, String> names) {
        List<Fact> scores = new ArrayList<>();
        for (JsonNode one : departments) {
            if (scores.size() < MOST_SCORES) {
                scores.add(new Fact(
                        name(names, one),
                        String.format(Locale.ROOT, "%.2f", one.path("score").asDouble())));
            }
        }
        return scores;
    }

    private static String name(Map<String, String> names, JsonNode department) {
        String id = department.path("id").asText();
        return names.getOrDefault(id, id);
    }

    private static List<String> texts(JsonNode list, String member) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(Shown.words(one.path(member).asText())));
        return texts;
    }

    private static String language(JsonNode language) {
        return language.isObject()
                ? Locale.forLanguageTag(language.path("code").asText()).getDisplayLanguage(Locale.UK)
                : "cannot be told";
    }

    private static String word(JsonNode value, JsonNode whyNot) {
        return value.isTextual() ? value.asText().toLowerCase(Locale.ROOT) : "not told: " + whyNot.asText();
    }
}
