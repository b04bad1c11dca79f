package dev.earshot.store;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long what a source heard is kept. */
@FunctionalInterface
public interface SourceRetention {

    /** As long as everything else. */
    SourceRetention USUAL = source -> null;

    /** How long, at least a day; null for as long as everything else. */
    @Nullable
    Duration of(String source);
}
