package dev.earshot.provider.websub;

import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.mention.Mention;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** The feeds that a source is subscribed to: the option {@code topics}, their addresses as their hub knows them. */
public final class Topics {

    static final String OPTION = "topics";

    private static final int MOST = 50;

    private Topics() {}

    /** Those that a source names, in its order. */
    public static Set<String> of(Source source) {
        Set<String> topics = new LinkedHashSet<>();
        source.options().path(OPTION).forEach(topic -> topics.add(topic.asText()));
        return topics;
    }

    static Optional<String> fault(JsonNode option) {
        boolean list = option.isArray() && !option.isEmpty() && option.size() <= MOST;
        for (JsonNode topic : option) {
            list &= topic.isTextual() && Mention.isWebAddress(topic.textValue());
        }
        return list ? Optional.empty() : Optional.of("is a list of 1 to 50 http or https addresses of feeds");
    }
}
