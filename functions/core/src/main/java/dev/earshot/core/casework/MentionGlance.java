package dev.earshot.core.casework;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.analysis.Sentiment;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.mention.Text;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a list of cases shows of the mention, so that a list needs no further reads.
 *
 * @param excerpt the beginning of the words, at most 280 characters; null when deleted
 */
public record MentionGlance(
        MentionId id,
        @Nullable String excerpt,
        @Nullable String url,
        String source,
        @Nullable Sentiment sentiment,
        @Nullable String language,
        @Nullable Instant createdAt) {

    private static final int EXCERPT = 280;

    /** The glance of a mention as it stands now. */
    public static MentionGlance of(AnalyzedMention analyzed) {
        Mention mention = analyzed.mention();
        return new MentionGlance(
                mention.id(),
                excerpt(mention, EXCERPT),
                mention.url(),
                mention.source(),
                analyzed.analysis() == null ? null : analyzed.analysis().sentiment(),
                analyzed.language(),
                mention.createdAt());
    }

    /** Title and text, as much as {@code longest} UTF-16 units hold; null when deleted. */
    public static @Nullable String excerpt(Mention mention, int longest) {
        if (mention.text() == null) {
            return null;
        }
        String title = mention.title() == null ? "" : mention.title();
        String parted = title.isEmpty() || mention.text().isEmpty() ? "" : "\n";
        return Text.excerpt(title + parted + mention.text(), longest);
    }
}
