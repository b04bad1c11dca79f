package dev.earshot.provider.typeform;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The answers of a response that are words: what was written, and what was chosen. Numbers, dates, files and payments say
 * nothing by themselves; e-mail addresses and telephone numbers are nobody's business, also where a question for free
 * text asks for them.
 */
final class Answers {

    private static final int DEEPEST = 8;
    private static final int MOST = 1_000;
    private static final Set<String> CONTACTS = Set.of("email", "phone_number", "contact_info", "address");
    private static final Pattern CONTACT =
            Pattern.compile("\\s*+(?:[^\\s@]{1,128}+@[^\\s@]{1,255}+|\\+?+[0-9][0-9 ()/.-]{5,30}+)\\s*+");

    private Answers() {}

    /** Each question and its answer, in paragraphs; empty when no answer is words. */
    static String text(JsonNode response) {
        Map<String, String> questions = new HashMap<>();
        collect(response.at("/definition/fields"), questions, DEEPEST);
        List<String> paragraphs = new ArrayList<>();
        for (JsonNode answer : response.path("answers")) {
            String words = words(answer).strip();
            if (!words.isEmpty() && paragraphs.size() < MOST) {
                String question = questions.getOrDefault(answer.at("/field/id").asText(""), "");
                paragraphs.add(question.isEmpty() ? words : question + "\n" + words);
            }
        }
        return String.join("\n\n", paragraphs);
    }

    /** The titles of questions by their ids; groups have questions of their own. */
    private static void collect(JsonNode fields, Map<String, String> questions, int depth) {
        for (JsonNode field : fields) {
            questions.put(
                    field.path("id").asText(""), field.path("title").asText("").strip());
            if (depth > 0) {
                collect(field.at("/properties/fields"), questions, depth - 1);
            }
        }
    }

    private static String words(JsonNode answer) {
        if (CONTACTS.contains(answer.at("/field/type").asText(""))) {
            return "";
        }
        return switch (answer.path("type").asText("")) {
            case "text" -> unlessContact(answer.path("text").asText(""));
            case "choice" -> String.join(", ", chosen(answer.path("choice"), "label"));
            case "choices" -> String.join(", ", chosen(answer.path("choices"), "labels"));
            default -> "";
        };
    }

    private static String unlessContact(String text) {
        return CONTACT.matcher(text).matches() ? "" : text;
    }

    private static List<String> chosen(JsonNode choice, String member) {
        List<String> labels = new ArrayList<>();
        JsonNode known = choice.path(member);
        if (known.isTextual()) {
            labels.add(known.textValue());
        }
        known.forEach(label -> labels.add(label.asText("")));
        String other = unlessContact(choice.path("other").asText(""));
        if (!other.isBlank()) {
            labels.add(other.strip());
        }
        return labels;
    }
}
