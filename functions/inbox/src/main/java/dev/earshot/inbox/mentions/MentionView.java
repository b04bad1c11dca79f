package dev.earshot.inbox.mentions;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Reporter;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.ReportedBy;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A mention as the API shows it. */
public record MentionView(
        String id,
        String source,
        String provider,
        @Nullable String externalId,
        @Nullable String url,
        @Nullable Author author,
        @Nullable String title,
        @Nullable String text,
        boolean truncated,
        @Nullable String language,
        @Nullable Instant createdAt,
        Instant receivedAt,
        long version,
        boolean deleted,
        @Nullable String inReplyTo,
        @Nullable Reported reportedBy,
        @Nullable Analysis analysis) {

    /** A mention, and who reported it as far as the caller may know. */
    public static MentionView of(AnalyzedMention analyzed, @Nullable ReportedBy reportedBy, List<Reporter> reporters) {
        Mention mention = analyzed.mention();
        return new MentionView(
                mention.id().value(),
                mention.source(),
                mention.provider(),
                mention.externalId(),
                mention.url(),
                mention.author(),
                mention.title(),
                mention.text(),
                mention.truncated(),
                analyzed.language(),
                mention.createdAt(),
                mention.receivedAt(),
                mention.version(),
                mention.deleted(),
                mention.inReplyTo(),
                reportedBy == null ? null : new Reported(reportedBy.department(), by(reporters)),
                analyzed.analysis());
    }

    /** A mention as lists show it: without who reported it. */
    public static MentionView inList(AnalyzedMention analyzed) {
        return of(analyzed, analyzed.mention().reportedBy(), List.of());
    }

    private static List<Reported.By> by(List<Reporter> reporters) {
        return reporters.stream()
                .map(one -> new Reported.By(one.name(), one.at()))
                .toList();
    }

    /**
     * Where in the company it was heard.
     *
     * @param by who reported it; left out for whom that does not concern
     */
    public record Reported(
            @Nullable String department,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<By> by) {

        /** One who reported it. */
        public record By(String name, Instant at) {}
    }
}
