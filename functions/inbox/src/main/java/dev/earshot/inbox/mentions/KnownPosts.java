package dev.earshot.inbox.mentions;

import dev.earshot.core.access.Caller;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseChange;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.ReportedLinks;
import dev.earshot.core.casework.Step;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.mention.Text;
import dev.earshot.core.mention.WebAddress;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.core.routing.Department;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Finds the mention that a report quotes by its address, and adds the report's words to its cases. Mentions are not kept
 * by address, which would cost a write for each of them: what was reported before is, and beyond that the latest cases
 * are looked through.
 */
public final class KnownPosts {

    /** 1,000 cases. */
    private static final int MOST_PAGES = 5;

    private static final int ATTEMPTS = 8;
    private static final int LONGEST_WORDS = 3_800;

    private final CaseStore store;
    private final ReportedLinks links;
    private final Supplier<List<Department>> departments;
    private final Auditor auditor;

    public KnownPosts(CaseStore store, ReportedLinks links, Supplier<List<Department>> departments, Auditor auditor) {
        this.store = store;
        this.links = links;
        this.departments = departments;
        this.auditor = auditor;
    }

    /** The mention at this address that some department has a case of; empty when none is known. */
    Optional<MentionId> at(String url) {
        return links.find(url)
                .filter(id -> store.find(id).filter(KnownPosts::worked).isPresent())
                .or(() -> latest(WebAddress.same(url)));
    }

    private static boolean worked(StoredMention stored) {
        return !stored.cases().isEmpty() && !stored.mention().mention().deleted();
    }

    private Optional<MentionId> latest(String same) {
        List<String> all = departments.get().stream().map(Department::id).toList();
        Cursor next = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            Page<Case> page =
                    store.cases(all, EnumSet.allOf(CaseStatus.class), new PageRequest(next, PageRequest.LARGEST));
            Optional<MentionId> found = page.items().stream()
                    .filter(one -> same.equals(address(one)))
                    .map(Case::mentionId)
                    .findFirst();
            next = page.next();
            if (found.isPresent() || next == null) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static @Nullable String address(Case one) {
        String url = one.mention().url();
        return url == null ? null : WebAddress.same(url);
    }

    /** Adds to all cases of a mention what a colleague heard; the same words are added once. */
    void tell(MentionId id, Caller caller, @Nullable String department, Report report, Instant now) {
        String by = department == null ? "a colleague" : "a colleague of " + department;
        String where = report.where() == null ? "" : report.where() + ": ";
        String words = "Reported, too. " + where + Text.excerpt(report.text(), LONGEST_WORDS);
        Step first = new Step.Report(words);
        Step others = new Step.Note(words);
        List<Case> cases = store.find(id).map(StoredMention::cases).orElse(List.of());
        for (int i = 0; i < cases.size(); i++) {
            add(id, cases.get(i).department(), caller, by, i == 0 ? first : others, now);
        }
    }

    private void add(MentionId id, String department, Caller caller, String by, Step step, Instant now) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            Case before =
                    store.find(id).flatMap(stored -> stored.caseOf(department)).orElse(null);
            if (before == null
                    || before.history().stream().anyMatch(entry -> entry.text().equals(step.text()))) {
                return;
            }
            AuditEntry entry = auditor.entry(
                    now,
                    caller,
                    AuditEntry.Action.CASE_CHANGED,
                    before.id().toString(),
                    "noted with a report: " + before.status());
            if (store.write(CaseChange.of(before, before.take(step, by, now).orElseThrow()), entry)) {
                return;
            }
        }
        throw new IllegalStateException("the case is being written by many others");
    }
}
