package dev.earshot.core.ears;

import dev.earshot.core.audit.AuditEntry;
import java.util.List;
import java.util.Optional;

/** The register of who listens where. Outages throw. */
public interface EarRegister {

    /** The most employees that a list shows. */
    int MOST = 500;

    /** Where one employee listens; empty when they never said. */
    Optional<Ears> of(String subject);

    /** Writes down where somebody listens, in place of what they said before. */
    void put(Ears ears, AuditEntry entry);

    /** Forgets where somebody listens. */
    void remove(String subject, AuditEntry entry);

    /** Where everybody listens, at most {@link #MOST} employees, in no order. */
    List<Ears> all();
}
