package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import java.util.Map;
import java.util.TreeMap;
import software.amazon.awssdk.services.ssm.SsmClient;

/** The sources of the running local cloud, with their secrets, as its functions read them. */
final class CloudSources {

    private CloudSources() {}

    /** All by name. */
    static Map<String, Source> of(RunningCloud cloud) throws JsonProcessingException {
        Map<String, Source> sources = new TreeMap<>();
        try (SsmClient ssm = cloud.client(SsmClient.builder(), "ssm")) {
            for (var page : ssm.getParametersByPathPaginator(
                    r -> r.path(cloud.sourcesPath()).withDecryption(true))) {
                for (var parameter : page.parameters()) {
                    Source source = EarshotJson.mapper().readValue(parameter.value(), Source.class);
                    sources.put(source.name(), source);
                }
            }
        }
        return sources;
    }
}
