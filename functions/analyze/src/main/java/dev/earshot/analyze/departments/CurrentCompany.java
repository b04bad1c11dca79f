package dev.earshot.analyze.departments;

import dev.earshot.core.routing.Department;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A company as its departments are now: what changed is read, and what was read stays. */
public final class CurrentCompany implements Supplier<Company> {

    private final Supplier<List<Department>> departments;
    private final CompanyReader reader;
    private @Nullable List<Department> last;
    private CompanyReader.@Nullable Reading reading;

    /** @param departments as they are now; it throws while they cannot be told */
    public CurrentCompany(Supplier<List<Department>> departments, CompanyReader reader) {
        this.departments = departments;
        this.reader = reader;
    }

    @Override
    public synchronized Company get() {
        List<Department> now = departments.get();
        CompanyReader.Reading current = reading;
        if (current == null || !current.whole() || !now.equals(last)) {
            current = reader.read(now);
            reading = current;
            last = now;
        }
        return current.company();
    }

    /** Reads all at once: before a snapshot there is time. */
    public synchronized void readAll() {
        do {
            get();
        } while (reading != null && !reading.whole());
    }
}
