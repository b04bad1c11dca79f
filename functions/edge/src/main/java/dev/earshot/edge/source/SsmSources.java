package dev.earshot.edge.source;

import java.util.LinkedHashMap;
import java.util.Map;
import software.amazon.awssdk.services.ssm.SsmClient;

/** Sources as SecureString parameters of SSM, one each, under a common path. */
public final class SsmSources implements SourceReader {

    private final SsmClient ssm;
    private final String path;

    /** @param path such as {@code /earshot/sources} */
    public SsmSources(SsmClient ssm, String path) {
        this.ssm = ssm;
        this.path = path;
    }

    @Override
    public Map<String, String> readAll() {
        Map<String, String> sources = new LinkedHashMap<>();
        ssm.getParametersByPathPaginator(r -> r.path(path).withDecryption(true))
                .forEach(page -> page.parameters().forEach(parameter -> {
                    String name = parameter.name().substring(parameter.name().lastIndexOf('/') + 1);
                    sources.put(name, parameter.value());
                }));
        return sources;
    }
}
