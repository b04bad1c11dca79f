package dev.earshot.provider;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The option {@code languages}: what platforms state, such as {@code de} or {@code pt-BR}. */
final class Languages {

    private static final int MOST = 200;
    private static final Set<String> OF_TWO = Set.of(Locale.getISOLanguages());
    /** Those of three letters that nobody writes, because there is one of two. */
    private static final Set<String> LONG_FORMS =
            OF_TWO.stream().map(code -> new Locale(code).getISO3Language()).collect(Collectors.toUnmodifiableSet());

    private Languages() {}

    static Optional<String> fault(JsonNode option) {
        if (!option.isArray() || option.size() > MOST) {
            return Optional.of("is a list of at most 200 languages, such as de or pt-BR");
        }
        for (int i = 0; i < option.size(); i++) {
            if (!option.get(i).isTextual() || !isLanguage(option.get(i).textValue())) {
                return Optional.of("is a list of ISO 639 codes, such as de or pt-BR; number " + (i + 1) + " is none");
            }
        }
        return Optional.empty();
    }

    private static boolean isLanguage(String tag) {
        String code = tag.split("-", 2)[0].toLowerCase(Locale.ROOT);
        return OF_TWO.contains(code) || (code.matches("[a-z]{3}") && !LONG_FORMS.contains(code));
    }
}
