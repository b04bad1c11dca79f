package dev.earshot.analyze.comprehend;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.comprehend.model.LanguageCode;

/** The languages in which Comprehend judges sentiment: en, es, fr, de, it, pt, ar, hi, ja, ko, zh and zh-TW. */
final class SentimentLanguages {

    private static final Set<String> TRADITIONAL_REGIONS = Set.of("tw", "hk", "mo");

    private SentimentLanguages() {}

    /**
     * What Comprehend calls a language; empty when it does not speak it.
     *
     * @param tag BCP 47 in lower case, such as {@code pt-br}
     */
    static Optional<LanguageCode> of(String tag) {
        List<String> subtags = List.of(tag.split("-", -1));
        if (subtags.get(0).equals("zh")) {
            return Optional.of(isTraditional(subtags) ? LanguageCode.ZH_TW : LanguageCode.ZH);
        }
        LanguageCode code = LanguageCode.fromValue(subtags.get(0));
        return code == LanguageCode.UNKNOWN_TO_SDK_VERSION ? Optional.empty() : Optional.of(code);
    }

    /** The script tells where it is named, else the region. */
    private static boolean isTraditional(List<String> subtags) {
        return subtags.contains("hant")
                || (!subtags.contains("hans") && subtags.stream().anyMatch(TRADITIONAL_REGIONS::contains));
    }
}
