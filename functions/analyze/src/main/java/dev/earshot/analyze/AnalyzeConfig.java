package dev.earshot.analyze;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What the function is told by its environment, such as {@code EARSHOT_ANALYZED_QUEUE_URL}. */
@ConfigMapping(prefix = "earshot")
interface AnalyzeConfig {

    /** The URL of the analyzed queue. */
    String analyzedQueueUrl();

    /** The URL of the dead-letter queue of the mentions queue. */
    String mentionsDeadQueueUrl();

    /** Which analyzer understands mentions: {@code local} or {@code comprehend}. */
    @WithDefault("local")
    AnalyzerMode analyzerMode();

    /** In mode {@code local}, the languages to tell apart, as ISO 639-1 codes: those that the company's public writes in. */
    @WithDefault("en,de,fr,es,it,pt,nl,pl,sv,da,fi,no,cs,tr,ru,uk,ar,zh,ja,ko")
    List<String> languages();
}
