package dev.earshot.core.casework;

import org.jspecify.annotations.Nullable;

/**
 * What a person's step changes: written in one transaction, and only over the versions that it was computed from.
 *
 * @param before the case as it was read
 * @param after its next version
 * @param thereBefore what the department that it is rerouted to had of the mention; null for nothing or no rerouting
 * @param there what that department has now; null without rerouting, or when its open case stays as it is
 */
public record CaseChange(
        Case before,
        Case after,
        @Nullable Case thereBefore,
        @Nullable Case there) {

    public CaseChange {
        if (!before.id().equals(after.id()) || after.version() != before.version() + 1) {
            throw new IllegalArgumentException("a change leads from one version of a case to its next");
        }
    }

    /** A step that changes one case alone. */
    public static CaseChange of(Case before, Case after) {
        return new CaseChange(before, after, null, null);
    }
}
