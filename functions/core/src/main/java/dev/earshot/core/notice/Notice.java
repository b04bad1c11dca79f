package dev.earshot.core.notice;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.MentionGlance;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.mention.Text;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a department's subscribers get, version 1 of the form for webhooks and queues.
 *
 * @param earshot the form's version
 * @param noticeId the same on every redelivery and republish: receivers drop doubles by it
 * @param kind why it was sent
 * @param department whose notice
 * @param title one line for people
 * @param caseLink the case to act on
 * @param mention what was said
 * @param because why the department got it
 * @param similar how often it came up lately
 * @param sentAt when it was published
 */
@JsonPropertyOrder({
    "earshot",
    "noticeId",
    "kind",
    "department",
    "priority",
    "title",
    "case",
    "mention",
    "because",
    "similar",
    "sentAt"
})
public record Notice(
        int earshot,
        String noticeId,
        Kind kind,
        String department,
        Priority priority,
        String title,
        @JsonProperty("case") CaseLink caseLink,
        Said mention,
        List<Because> because,
        Similar similar,
        Instant sentAt) {

    /** The version of this form. */
    public static final int VERSION = 1;

    /** The longest excerpt, in bytes of UTF-8. */
    public static final int MAX_EXCERPT_BYTES = 4 * 1024;

    private static final int LONGEST_NAME = 100;

    /** With a department's usual name, short enough for the subject of a mail to show all of the title. */
    private static final int LONGEST_QUOTE = 48;

    /** The notice that a case was opened. */
    public static Notice opened(
            Case opened, Department department, AnalyzedMention said, String publicUrl, Instant now) {
        return new Notice(
                VERSION,
                id(opened),
                Kind.MENTION,
                department.id(),
                opened.priority(),
                title(department, said.mention()),
                new CaseLink(opened.id(), publicUrl + "/cases/" + opened.id()),
                Said.of(said),
                opened.because(),
                Similar.UNKNOWN,
                now);
    }

    /** One id per time that the case came to its department. */
    private static String id(Case opened) {
        String again = opened.cameBack() ? "\n" + EarshotJson.time(opened.openedAt()) : "";
        return "n_" + MentionId.fingerprint("mention\n" + opened.id() + again);
    }

    /** The department and the beginning of what was said, so that a list of notices can be told apart. */
    private static String title(Department department, Mention said) {
        String words = String.valueOf(said.title() == null ? said.text() : said.title());
        String quote = Text.line(Text.DIRECTION_CONTROLS.matcher(words).replaceAll(""), LONGEST_QUOTE);
        return Text.line(department.name(), LONGEST_NAME) + ": \"" + quote.replace('"', '\'') + "\" on "
                + said.source();
    }

    /** The notice as JSON, at most some 20 KB. */
    public String json() {
        try {
            return EarshotJson.mapper().writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Why a notice is sent. */
    public enum Kind {
        MENTION,
        ESCALATION,
        PROGRAMME,
        DIGEST;

        /** The kind as JSON and filter policies have it, in lower case. */
        @JsonValue
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** The case and the page where it is worked on. */
    public record CaseLink(CaseId id, String url) {}

    /**
     * What was said.
     *
     * @param excerpt title and text, at most 4 KB of UTF-8
     * @param author the name shown; null when unknown
     */
    public record Said(
            MentionId id,
            @Nullable String excerpt,
            @Nullable String url,
            @Nullable String author,
            String source,
            @Nullable String language,
            @Nullable Sentiment sentiment,
            @Nullable Instant createdAt) {

        static Said of(AnalyzedMention analyzed) {
            Mention mention = analyzed.mention();
            String excerpt = MentionGlance.excerpt(mention, MAX_EXCERPT_BYTES);
            return new Said(
                    mention.id(),
                    excerpt == null ? null : Text.cut(excerpt, MAX_EXCERPT_BYTES),
                    mention.url(),
                    mention.author() == null ? null : mention.author().shown(),
                    mention.source(),
                    analyzed.language(),
                    analyzed.analysis() == null ? null : analyzed.analysis().sentiment(),
                    mention.createdAt());
        }
    }

    /**
     * How often the same came up.
     *
     * @param count7d in the last seven days; null while repetition is not looked at
     * @param examples up to three of them
     */
    public record Similar(@Nullable Integer count7d, List<String> examples) {
        static final Similar UNKNOWN = new Similar(null, List.of());
    }
}
