package dev.earshot.store;

import dev.earshot.core.configuration.DepartmentsFile;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.RuleBook;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The departments with their rules compiled, read again once they are a minute old. */
public final class Departments {

    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final String DEFAULTS = "departments.yaml";

    private final DepartmentTable table;
    private final Clock clock;
    private @Nullable RuleBook rules;
    private Instant readAt = Instant.MIN;

    public Departments(DepartmentTable table, Clock clock) {
        this.table = table;
        this.clock = clock;
    }

    /** The rules as they were at most a minute ago; a new system gets the default departments first. */
    public synchronized RuleBook current() {
        Instant now = clock.instant();
        if (rules == null || readAt.plus(FRESH).isBefore(now)) {
            rules = new RuleBook(readOrSeed());
            readAt = now;
        }
        return rules;
    }

    /** Forgets what was read, so that the next question reads anew: after a restore from a snapshot. */
    public synchronized void forget() {
        rules = null;
    }

    private List<Department> readOrSeed() {
        List<Department> stored = table.all();
        if (!stored.isEmpty()) {
            return stored;
        }
        table.seed(defaults());
        List<Department> seeded = table.all();
        if (seeded.isEmpty()) {
            // Without departments everything would be routed to nobody, for a minute.
            throw new IllegalStateException("the departments are being stored by somebody else right now");
        }
        return seeded;
    }

    /** The departments of {@code infra/departments.yaml}, as they were when this was built. */
    public static List<Department> defaults() {
        try (InputStream file = Departments.class.getResourceAsStream("/" + DEFAULTS)) {
            if (file == null) {
                throw new IllegalStateException("the default departments are not packaged");
            }
            return DepartmentsFile.read(DEFAULTS, new String(file.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
