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
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The departments with their rules compiled, read again once they are a minute old. */
public final class Departments {

    private static final Duration FRESH = Duration.ofSeconds(60);
    private static final String DEFAULTS = "departments.yaml";

    private final Supplier<List<Department>> departments;
    private final Clock clock;
    private @Nullable RuleBook rules;
    private Instant readAt = Instant.MIN;

    /** The departments of a table; a new system gets the default departments first. */
    public Departments(DepartmentTable table, Clock clock) {
        this(() -> readOrSeed(table), clock);
    }

    private Departments(Supplier<List<Department>> departments, Clock clock) {
        this.departments = departments;
        this.clock = clock;
    }

    /** The same for who may not write: while the table has none, the default departments are told and not stored. */
    public static Departments withoutSeeding(DepartmentTable table, Clock clock) {
        return new Departments(() -> readOrDefaults(table), clock);
    }

    /** The rules as they were at most a minute ago. */
    public synchronized RuleBook current() {
        Instant now = clock.instant();
        if (rules == null || readAt.plus(FRESH).isBefore(now)) {
            rules = new RuleBook(departments.get());
            readAt = now;
        }
        return rules;
    }

    /** Forgets what was read, so that the next question reads anew: after a restore from a snapshot. */
    public synchronized void forget() {
        rules = null;
    }

    private static List<Department> readOrDefaults(DepartmentTable table) {
        List<Department> stored = table.all();
        return stored.isEmpty() ? defaults() : stored;
    }

    private static List<Department> readOrSeed(DepartmentTable table) {
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
