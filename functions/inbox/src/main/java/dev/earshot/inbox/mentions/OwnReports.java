package dev.earshot.inbox.mentions;

import dev.earshot.core.access.Caller;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.HistoryEntry;
import dev.earshot.core.casework.MentionGlance;
import dev.earshot.core.casework.Reporters;
import dev.earshot.core.casework.Reporters.Reported;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The use case: who reported something is told what became of it. Anonymous reports are nobody's. */
public final class OwnReports {

    private static final int EXCERPT = 280;

    private final Reporters reporters;
    private final CaseStore store;

    public OwnReports(Reporters reporters, CaseStore store) {
        this.reporters = reporters;
        this.store = store;
    }

    /** A page of what the caller reported, the last first. */
    public Page<OwnReport> list(Caller caller, PageRequest page) {
        Page<Reported> reported = reporters.by(caller, page);
        Set<MentionId> seen = new HashSet<>();
        return new Page<>(
                reported.items().stream()
                        .filter(one -> seen.add(one.id()))
                        .map(this::report)
                        .toList(),
                reported.next());
    }

    private OwnReport report(Reported reported) {
        StoredMention stored = store.find(reported.id()).orElse(null);
        return new OwnReport(
                reported.id().value(),
                reported.at(),
                stored == null ? null : MentionGlance.excerpt(stored.mention().mention(), EXCERPT),
                stored == null ? null : stored.mention().mention().url(),
                stored != null,
                stored == null
                        ? List.of()
                        : stored.cases().stream().map(OwnReport.Became::of).toList());
    }

    /**
     * Something that the caller reported, and what became of it.
     *
     * @param excerpt the beginning of the words; null while it is on its way, and when they were deleted or erased
     * @param heard whether it arrived
     * @param cases what the departments that it concerns do about it; empty while it concerns none
     */
    public record OwnReport(
            String mentionId,
            Instant reportedAt,
            @Nullable String excerpt,
            @Nullable String url,
            boolean heard,
            List<Became> cases) {

        public OwnReport {
            cases = List.copyOf(cases);
        }

        /**
         * What became of it in one department.
         *
         * @param text what was done about it, or why nothing was; null while it is open
         */
        public record Became(
                String department,
                CaseStatus status,
                @Nullable Instant closedAt,
                @Nullable String text) {

            static Became of(Case one) {
                return new Became(one.department(), one.status(), one.closedAt(), text(one));
            }

            private static @Nullable String text(Case one) {
                if (one.outcome() != null) {
                    return one.outcome().text();
                }
                return one.status() == CaseStatus.DISMISSED
                        ? one.history().stream()
                                .filter(entry -> entry.action().startsWith("dismissed"))
                                .reduce((first, last) -> last)
                                .map(HistoryEntry::text)
                                .orElse(null)
                        : null;
            }
        }
    }
}
