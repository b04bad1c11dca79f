package dev.earshot.analyze;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.queue.QueueForms;
import dev.earshot.edge.BatchUseCase;
import dev.earshot.edge.Hop;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Outcome;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The use case: what can be understood of mentions goes on with them. */
public final class Analyze implements BatchUseCase<Mention> {

    private final Analyzer analyzer;
    private final Metrics metrics;

    /** @param metrics counts {@code Analyzed} */
    public Analyze(Analyzer analyzer, Metrics metrics) {
        this.analyzer = analyzer;
        this.metrics = metrics;
    }

    /** Passes mentions on with their analyses, and tombstones, which have no words, without. */
    @Override
    public Function<Mention, Outcome> handlerOf(List<Mention> batch) {
        List<Mention> withWords =
                batch.stream().filter(mention -> !mention.deleted()).distinct().toList();
        Function<Mention, Understanding> understanding = analyzer.analyze(withWords);
        return mention -> mention.deleted()
                ? passedOn(new AnalyzedMention(mention, null))
                : outcome(mention, understanding.apply(mention));
    }

    private Outcome outcome(Mention mention, Understanding understanding) {
        if (understanding instanceof Understanding.NotNow notNow) {
            return new Outcome.TryAgain(notNow.reason());
        }
        Understanding.Understood understood = (Understanding.Understood) understanding;
        return passedOn(new AnalyzedMention(mention, understood.analysis(), understood.embedding()));
    }

    private Outcome passedOn(AnalyzedMention analyzed) {
        Hop.ANALYZED.logFor(analyzed.id().value(), understood(analyzed.analysis()));
        metrics.count("Analyzed", 1);
        return new Outcome.Forward(QueueForms.write(analyzed));
    }

    private static String understood(@Nullable Analysis analysis) {
        if (analysis == null) {
            return "nothing: its author deleted it";
        }
        String language = analysis.language() == null
                ? "language unknown"
                : "language " + analysis.language().code();
        return analysis.sentiment() == null ? language : language + ", sentiment " + analysis.sentiment();
    }
}
