package dev.earshot.analyze.trial;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.Text;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A text to try.
 *
 * @param text the words
 * @param title null when there is none
 * @param source as which source it would come in, for rules that ask; {@code try} when left out
 * @param language the language that a platform would state, a BCP 47 tag; null when none would
 */
record TrialRequest(
        @Nullable String text,
        @Nullable String title,
        @Nullable String source,
        @Nullable String language) {

    private static final String NAME = "try";
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9-]{1,64}");

    /**
     * The mention that a body describes.
     *
     * @throws JsonProcessingException when the body has another form
     * @throws InvalidMemberException when a member breaks a rule
     */
    static Mention read(String body, Instant now) throws JsonProcessingException {
        TrialRequest request = EarshotJson.mapper().readValue(body, TrialRequest.class);
        if (request == null) {
            throw new InvalidMemberException("", "must be an object");
        }
        return request.mention(now);
    }

    private Mention mention(Instant now) {
        String source = this.source == null ? NAME : this.source;
        if (!SOURCE.matcher(source).matches()) {
            throw new InvalidMemberException("/source", "a source is named with a-z, 0-9 and -, at most 64");
        }
        if (text == null || Text.clean(text).isBlank()) {
            throw new InvalidMemberException("/text", "is needed: the words to try");
        }
        Mention mention = Mention.of(source, NAME, "1")
                .text(text)
                .title(title)
                .language(language)
                .heard(now);
        if (language != null && mention.language() == null) {
            throw new InvalidMemberException("/language", "must be a BCP 47 tag such as en or pt-br");
        }
        return mention;
    }
}
