package dev.earshot.inbox.subscriptions;

import dev.earshot.core.subscription.SubscriptionView;
import dev.earshot.inbox.layout.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;

/** The template of the page, checked when it is built. */
@CheckedTemplate(basePath = "approvals")
final class ApprovalTemplates {

    private ApprovalTemplates() {}

    static native TemplateInstance waiting(
            Frame frame, List<Waiting> waiting, Optional<String> message, Optional<String> done);

    /** A subscription that awaits approval. */
    record Waiting(String id, String department, String protocol, String endpoint, String host, String by, String at) {

        static Waiting of(SubscriptionView one, String host, String at) {
            return new Waiting(
                    one.id(), one.department(), one.protocol().word(), one.endpoint(), host, one.createdBy(), at);
        }
    }
}
