package dev.earshot.analyze;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** What the functions of this artifact are told by their environments, such as {@code EARSHOT_ANALYZED_QUEUE_URL}. */
@ConfigMapping(prefix = "earshot")
interface AnalyzeConfig {

    /** Which function of the artifact this is: its handler, that of {@code QUARKUS_LAMBDA_HANDLER} or the artifact's own. */
    @WithDefault("${quarkus.lambda.handler}")
    String function();

    /** The URL of the analyzed queue; {@code analyze} needs it. */
    Optional<String> analyzedQueueUrl();

    /** The URL of the dead-letter queue of the mentions queue; {@code analyze} needs it. */
    Optional<String> mentionsDeadQueueUrl();

    /** The URL of the dead-letter queue of the lessons queue; {@code learn} needs it. */
    Optional<String> lessonsDeadQueueUrl();

    /** How many days mentions are kept, at least 1, and with them what {@code learn} learned from them. */
    @WithDefault("395")
    int retentionDays();

    /** The name of the table; all need it, {@code analyze} but for mode {@code comprehend}. */
    Optional<String> table();

    /** The URL of the OpenID issuer, exactly as its tokens name it in {@code iss}; {@code try} needs it. */
    Optional<String> issuer();

    /** The client that bearer tokens may name in {@code client_id} in place of an audience; {@code try} needs it. */
    Optional<String> clientId();

    /** What bearer tokens must name in {@code aud}; empty when the issuer gives them none. */
    Optional<String> audience();

    /** Which analyzer understands mentions: {@code local}, {@code comprehend} or {@code hybrid}. */
    @WithDefault("local")
    AnalyzerMode analyzerMode();

    /** In mode {@code hybrid}, how many units of Comprehend a day may have. */
    @WithDefault("10000")
    long comprehendDailyUnits();

    /** In modes {@code local} and {@code hybrid}, the languages to tell apart, as ISO 639-1 codes: those that the company's public writes in. */
    @WithDefault("en,de,fr,es,it,pt,nl,pl,sv,da,fi,no,cs,tr,ru,uk,ar,zh,ja,ko")
    List<String> languages();
}
