package dev.earshot.ingest.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The configured sources, read again once they are a minute old. All are read at once, so that guessed names cost no
 * calls. When they cannot be read again, the old ones serve on.
 */
public final class Sources {

    private static final Logger LOG = Logger.getLogger(Sources.class);

    private final SourceReader reader;
    private final Clock clock;
    private final Duration fresh;
    private @Nullable Map<String, KnownSource> known;
    private Instant readAt = Instant.MIN;

    /** @param fresh how old the sources may be */
    public Sources(SourceReader reader, Clock clock, Duration fresh) {
        this.reader = reader;
        this.clock = clock;
        this.fresh = fresh;
    }

    /** What is known of a name. Throws when the sources cannot be read and never were. */
    public synchronized KnownSource find(String name) {
        Map<String, KnownSource> current = known;
        Instant now = clock.instant();
        if (current == null || !readAt.plus(fresh).isAfter(now)) {
            current = readAgain(current);
            known = current;
            readAt = now;
        }
        return current.getOrDefault(name, new KnownSource.Unknown());
    }

    /** All that there are, as they were read last: the same map until they are read again. Empty before. */
    public synchronized Optional<Map<String, KnownSource>> known() {
        return Optional.ofNullable(known);
    }

    /** Forgets what was read, so that the next question reads anew: after a restore from a snapshot. */
    public synchronized void forget() {
        known = null;
    }

    private Map<String, KnownSource> readAgain(@Nullable Map<String, KnownSource> old) {
        try {
            Map<String, KnownSource> read = new HashMap<>();
            reader.readAll().forEach((name, json) -> read.put(name, parse(name, json)));
            return read;
        } catch (RuntimeException e) {
            if (old == null) {
                throw e;
            }
            LOG.errorf("the sources cannot be read again, the old ones serve on: %s", e.getMessage());
            return old;
        }
    }

    private static KnownSource parse(String name, String json) {
        try {
            @Nullable Source source = EarshotJson.mapper().readValue(json, Source.class);
            if (source == null) {
                return new KnownSource.Broken("its parameter is not a source");
            }
            return source.name().equals(name)
                    ? new KnownSource.Configured(source)
                    : new KnownSource.Broken("its parameter names another source");
        } catch (JsonMappingException e) {
            String reason = e.getCause() instanceof IllegalArgumentException rule
                    ? String.valueOf(rule.getMessage())
                    : "its parameter is not a source";
            return new KnownSource.Broken(reason);
        } catch (JsonProcessingException e) {
            // The message could quote a secret.
            return new KnownSource.Broken("its parameter is not JSON");
        }
    }
}
