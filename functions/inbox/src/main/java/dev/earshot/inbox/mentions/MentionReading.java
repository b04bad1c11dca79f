package dev.earshot.inbox.mentions;

import dev.earshot.core.access.Access;
import dev.earshot.core.access.Caller;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.Reporter;
import dev.earshot.core.casework.Reporters;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.mention.ReportedBy;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The use case: people read what was said, as far as it concerns them. */
public final class MentionReading {

    private final CaseStore store;
    private final Reporters reporters;

    public MentionReading(CaseStore store, Reporters reporters) {
        this.store = store;
        this.reporters = reporters;
    }

    /**
     * A mention that the caller may read: one with a case of the caller's departments, one that concerns nobody for the
     * listening team, one's own report, any for the council.
     */
    public Optional<ReadMention> find(Caller caller, MentionId id) {
        return store.find(id).flatMap(stored -> {
            List<Reporter> known = reporters.of(id);
            List<Reporter> seen = known.stream()
                    .filter(reporter -> Access.reporter(caller, reporter.subject()))
                    .toList();
            boolean own = known.stream().anyMatch(reporter -> reporter.subject().equals(caller.subject()));
            return own || readable(caller, stored)
                    ? Optional.of(new ReadMention(stored.mention(), reportedBy(stored, known), seen))
                    : Optional.empty();
        });
    }

    /** Mentions that nothing speaks for; empty for whom they do not concern. */
    public Page<AnalyzedMention> unrouted(Caller caller, PageRequest page) {
        return Access.aside(caller) ? store.unrouted(page) : Page.empty();
    }

    /** Mentions that were called noise; empty for whom they do not concern. */
    public Page<AnalyzedMention> noise(Caller caller, PageRequest page) {
        return Access.aside(caller) ? store.noise(page) : Page.empty();
    }

    /** A public post is reported by whoever reported it first. */
    private static @Nullable ReportedBy reportedBy(StoredMention stored, List<Reporter> known) {
        ReportedBy own = stored.mention().mention().reportedBy();
        return own != null
                ? own
                : known.stream()
                        .min(Comparator.comparing(Reporter::at))
                        .map(first -> ReportedBy.of(first.department()))
                        .orElse(null);
    }

    private static boolean readable(Caller caller, StoredMention stored) {
        return stored.cases().isEmpty()
                ? Access.aside(caller)
                : stored.cases().stream().anyMatch(one -> Access.department(caller, one.department()));
    }

    /**
     * A mention as one caller may see it.
     *
     * @param reportedBy where in the company it was heard; null when nobody reported it
     * @param reporters who reported it, as far as the caller may know
     */
    public record ReadMention(
            AnalyzedMention mention, @Nullable ReportedBy reportedBy, List<Reporter> reporters) {
        public ReadMention {
            reporters = List.copyOf(reporters);
        }
    }
}
