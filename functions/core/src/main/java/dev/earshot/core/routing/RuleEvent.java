package dev.earshot.core.routing;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.Text;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The event that rules are matched against: a mention and what was understood of it. */
public final class RuleEvent {

    /** The fields that a pattern may ask for. */
    public static final Set<String> FIELDS = Set.of(
            "source",
            "provider",
            "language",
            "title",
            "text",
            "words",
            "url",
            "author",
            "reported",
            "sentiment",
            "intents",
            "topics",
            "scores");

    private RuleEvent() {}

    /**
     * The event of a mention that has words: {@code {source, provider, language, title, text, words, url, author: {id,
     * handle, kind}, reported, sentiment, intents, topics, scores: {department: n}}}. {@code words} are the distinct
     * lower-cased words of title and text.
     */
    public static ObjectNode of(AnalyzedMention analyzed) {
        Mention mention = analyzed.mention();
        ObjectNode event = EarshotJson.mapper().createObjectNode();
        event.put("source", mention.source());
        event.put("provider", mention.provider());
        event.put("language", analyzed.language());
        event.put("title", mention.title());
        event.put("text", mention.text());
        event.put("url", mention.url());
        event.put("reported", mention.reportedBy() != null);
        ArrayNode words = event.putArray("words");
        Text.words(orEmpty(mention.title()), orEmpty(mention.text())).forEach(words::add);
        ObjectNode author = event.putObject("author");
        author.put("id", mention.author() == null ? null : mention.author().id());
        author.put("handle", mention.author() == null ? null : mention.author().handle());
        author.put(
                "kind",
                mention.author() == null ? null : mention.author().kind().name());
        if (analyzed.analysis() != null) {
            addAnalysis(event, analyzed.analysis());
        }
        return event;
    }

    private static void addAnalysis(ObjectNode event, Analysis analysis) {
        event.put(
                "sentiment",
                analysis.sentiment() == null ? null : analysis.sentiment().name());
        ArrayNode intents = event.putArray("intents");
        analysis.intents().forEach(intent -> intents.add(intent.id()));
        ArrayNode topics = event.putArray("topics");
        analysis.topics().forEach(topics::add);
        ObjectNode scores = event.putObject("scores");
        analysis.departments().forEach(scored -> scores.put(scored.id(), scored.score()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
