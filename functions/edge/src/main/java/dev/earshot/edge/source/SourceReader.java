package dev.earshot.edge.source;

import java.util.Map;

/** Where the sources are configured. */
@FunctionalInterface
public interface SourceReader {

    /**
     * All sources as they are configured now.
     *
     * @return the JSON of each by its name; an outage throws
     */
    Map<String, String> readAll();
}
