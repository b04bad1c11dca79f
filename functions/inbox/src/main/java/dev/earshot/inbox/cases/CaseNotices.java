package dev.earshot.inbox.cases;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.notice.NoticePublisher;
import dev.earshot.core.routing.Department;
import java.time.Clock;
import java.util.function.Supplier;

/** Tells a department of a case that a person sent to it. */
public final class CaseNotices {

    private final CaseStore store;
    private final NoticePublisher publisher;
    private final Supplier<String> publicUrl;
    private final Clock clock;

    /** @param publicUrl the address of the inbox, which links in notices begin with, without a slash at its end */
    public CaseNotices(CaseStore store, NoticePublisher publisher, Supplier<String> publicUrl, Clock clock) {
        this.store = store;
        this.publisher = publisher;
        this.publicUrl = publicUrl;
        this.clock = clock;
    }

    /** Publishes the case's notice, unless its words are gone, and remembers that. Outages throw. */
    void publish(AnalyzedMention said, Case one, Department department) {
        if (!said.mention().deleted()) {
            publisher.publish(Notice.opened(one, department, said, publicUrl.get(), clock.instant()));
        }
        store.noticed(one.id());
    }
}
