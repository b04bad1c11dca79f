package dev.earshot.analyze.lessons;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.learning.Corrected;
import dev.earshot.core.learning.TaughtStore;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.edge.BatchUseCase;
import dev.earshot.edge.Hop;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Outcome;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The use case: people's corrections are kept as lessons, then the departments' correction is fitted again to all of
 * them. What is delivered again changes nothing. Counts {@code Lessons} and {@code LessonsDropped}.
 */
public final class Learn implements BatchUseCase<Corrected> {

    /** How long an embedding, which is stored behind its mention, may be on its way. */
    static final Duration ON_ITS_WAY = Duration.ofMinutes(5);

    private final Function<MentionId, Optional<StoredMention>> mentions;
    private final Function<Mention, List<Double>> logits;
    private final TaughtStore lessons;
    private final Refit refit;
    private final Metrics metrics;
    private final Clock clock;

    /**
     * @param mentions finds what is stored of a mention
     * @param logits what the packaged model makes of a mention with words
     */
    public Learn(
            Function<MentionId, Optional<StoredMention>> mentions,
            Function<Mention, List<Double>> logits,
            TaughtStore lessons,
            Refit refit,
            Metrics metrics,
            Clock clock) {
        this.mentions = mentions;
        this.logits = logits;
        this.lessons = lessons;
        this.refit = refit;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** Keeps every lesson of the batch before the one fit; where that fails, those that were kept come again. */
    @Override
    public Function<Corrected, Outcome> handlerOf(List<Corrected> batch) {
        Map<Corrected, Supplier<Outcome>> outcomes = new HashMap<>();
        batch.forEach(one -> outcomes.computeIfAbsent(one, this::tried));
        if (outcomes.values().stream().anyMatch(Kept.class::isInstance)) {
            refit.now();
        }
        return one -> Optional.ofNullable(outcomes.get(one)).orElseThrow().get();
    }

    /** One fault must not stop the others. */
    private Supplier<Outcome> tried(Corrected one) {
        try {
            return keep(one);
        } catch (RuntimeException e) {
            return () -> {
                throw e;
            };
        }
    }

    private Supplier<Outcome> keep(Corrected one) {
        StoredMention stored = mentions.apply(one.mention()).orElse(null);
        String useless = whyUseless(stored);
        if (stored == null || useless != null) {
            return dropped(one, String.valueOf(useless));
        }
        Mention mention = stored.mention().mention();
        if (!lessons.means(mention.id())) {
            return one.at().plus(ON_ITS_WAY).isBefore(clock.instant())
                    ? dropped(one, "what its mention means was never stored")
                    : () -> new Outcome.TryAgain("what its mention means is not stored yet");
        }
        lessons.keep(one.of(logits.apply(mention)), mention.receivedAt());
        Hop.LEARNED.logFor(one.mention().value(), said(one));
        metrics.count("Lessons", 1);
        return new Kept();
    }

    /** Null when something can be learned from the mention. */
    private static @Nullable String whyUseless(@Nullable StoredMention stored) {
        if (stored == null) {
            return "its mention is not kept any more";
        }
        Analysis analysis = stored.mention().analysis();
        if (analysis == null) {
            return "its mention was deleted";
        }
        return analysis.mode().equals(Analysis.MODE_LOCAL) && analysis.unanalysed() == null
                ? null
                : "the local analyzer did not read its mention";
    }

    private Supplier<Outcome> dropped(Corrected one, String reason) {
        Hop.LEARNED.logFor(one.mention().value(), "nothing of '" + said(one) + "': " + reason);
        metrics.count("LessonsDropped", 1);
        return Outcome.Done::new;
    }

    private static String said(Corrected one) {
        return (one.belongs() ? "concerns " : "does not concern ") + one.department();
    }

    /** A lesson that is part of the next fit. */
    private record Kept() implements Supplier<Outcome> {
        @Override
        public Outcome get() {
            return new Outcome.Done();
        }
    }
}
