package dev.earshot.inbox.cases;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseChange;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.util.Collection;
import java.util.Optional;

/** A store that has nothing and takes nothing; a test says what its own has and takes. */
class NoCases implements CaseStore {

    @Override
    public Optional<StoredMention> find(MentionId id) {
        return Optional.empty();
    }

    @Override
    public boolean write(CaseChange change, AuditEntry entry) {
        throw new AssertionError("no case is changed here");
    }

    @Override
    public boolean open(StoredMention aside, Case first, AuditEntry entry) {
        throw new AssertionError("no case is opened here");
    }

    @Override
    public void noticed(CaseId id) {
        throw new AssertionError("nobody is told here");
    }

    @Override
    public Page<Case> cases(Collection<String> departments, Collection<CaseStatus> statuses, PageRequest page) {
        return Page.empty();
    }

    @Override
    public Page<AnalyzedMention> unrouted(PageRequest page) {
        return Page.empty();
    }

    @Override
    public Page<AnalyzedMention> noise(PageRequest page) {
        return Page.empty();
    }
}
