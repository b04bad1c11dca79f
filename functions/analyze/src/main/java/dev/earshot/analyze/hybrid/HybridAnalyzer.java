package dev.earshot.analyze.hybrid;

import dev.earshot.analyze.Analyzer;
import dev.earshot.analyze.Understanding;
import dev.earshot.analyze.comprehend.ComprehendAnalyzer;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.Analysis.DetectedLanguage;
import dev.earshot.core.mention.Mention;
import dev.earshot.edge.Metrics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks the local analyzer first. What it does not read, and Comprehend does, is sent there while units are allowed; the
 * language that was told locally is believed. Counts {@code ComprehendCapped}, mentions for which nothing was allowed.
 */
public final class HybridAnalyzer implements Analyzer {

    private static final String CAPPED = "the units of Comprehend that are allowed for today are spent";

    private final Function<Mention, Understanding> local;
    private final ComprehendAnalyzer comprehend;
    private final LongPredicate allowance;
    private final Metrics metrics;

    /** @param allowance takes this many units of today's, or none and says no */
    public HybridAnalyzer(
            Function<Mention, Understanding> local,
            ComprehendAnalyzer comprehend,
            LongPredicate allowance,
            Metrics metrics) {
        this.local = local;
        this.comprehend = comprehend;
        this.allowance = allowance;
        this.metrics = metrics;
    }

    @Override
    public Function<Mention, Understanding> analyze(List<Mention> mentions) {
        Map<Mention, Understanding> known = new LinkedHashMap<>();
        Map<Mention, @Nullable DetectedLanguage> asked = new LinkedHashMap<>();
        for (Mention mention : mentions) {
            Understanding understanding = local.apply(mention);
            long units = units(mention, understanding);
            if (units == 0) {
                known.put(mention, understanding);
            } else if (allowance.test(units)) {
                asked.put(mention, language(understanding));
            } else {
                metrics.count("ComprehendCapped", 1);
                known.put(mention, capped(understanding));
            }
        }
        Function<Mention, Understanding> answers = comprehend.analyze(List.copyOf(asked.keySet()), asked::get);
        return mention -> asked.containsKey(mention) ? answers.apply(mention) : inBatch(known.get(mention));
    }

    /** What Comprehend would cost for what was not read here; 0 when it is not to be asked. */
    private static long units(Mention mention, Understanding understanding) {
        boolean unread = understanding instanceof Understanding.Understood understood
                && understood.analysis().sentiment() == null;
        return unread ? ComprehendAnalyzer.units(mention, language(understanding)) : 0;
    }

    private static @Nullable DetectedLanguage language(Understanding understanding) {
        return understanding instanceof Understanding.Understood understood
                ? understood.analysis().language()
                : null;
    }

    private static Understanding capped(Understanding understanding) {
        if (understanding instanceof Understanding.Understood understood) {
            Analysis local = understood.analysis();
            return new Understanding.Understood(
                    Analysis.withoutSentiment(local.mode(), local.language(), local.unanalysed() + "; " + CAPPED));
        }
        return understanding;
    }

    private static Understanding inBatch(@Nullable Understanding understanding) {
        if (understanding == null) {
            throw new IllegalArgumentException("this mention was not in the batch");
        }
        return understanding;
    }
}
