package dev.earshot.inbox.page;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.Text;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A mention that concerns nobody, as its list shows it.
 *
 * @param reason why it concerns nobody
 */
record AsideRow(
        String id,
        String title,
        String words,
        String source,
        String author,
        Optional<CaseCard.Link> link,
        String at,
        String shown,
        String sentiment,
        String reason) {

    private static final int EXCERPT = 600;
    private static final int MOST_SCORES = 2;

    /** @param names departments' names by id */
    static AsideRow of(AnalyzedMention said, Map<String, String> names) {
        Mention mention = said.mention();
        return new AsideRow(
                mention.id().value(),
                Shown.words(mention.title()),
                mention.text() == null ? "" : Text.excerpt(Shown.words(mention.text()), EXCERPT),
                mention.source(),
                mention.author() == null ? "" : Shown.words(mention.author().shown()),
                Optional.ofNullable(mention.url())
                        .filter(Mention::isWebAddress)
                        .map(url -> new CaseCard.Link(url, Shown.host(url))),
                mention.receivedAt().toString(),
                Shown.time(mention.receivedAt()),
                said.analysis() == null || said.analysis().sentiment() == null
                        ? ""
                        : said.analysis().sentiment().name().toLowerCase(Locale.ROOT),
                reason(said.analysis(), names));
    }

    private static String reason(@Nullable Analysis analysis, Map<String, String> names) {
        if (analysis != null && analysis.noise() != null) {
            return noise(analysis.noise());
        }
        List<String> scores = analysis == null
                ? List.of()
                : analysis.departments().stream()
                        .limit(MOST_SCORES)
                        .map(one -> names.getOrDefault(one.id(), one.id()) + " "
                                + String.format(Locale.ROOT, "%.2f", one.score()))
                        .toList();
        return "No rule and no department's description speaks for it"
                + (scores.isEmpty() ? "." : "; nearest are " + String.join(" and ", scores) + ".");
    }

    private static String noise(Analysis.Noise noise) {
        return switch (noise.reason()) {
            case Analysis.Noise.RULE -> "The rule " + noise.detail() + " says so.";
            case Analysis.Noise.SCORE -> "It looks like it: " + noise.detail() + ".";
            default -> Shown.sentence(noise.detail());
        };
    }
}
