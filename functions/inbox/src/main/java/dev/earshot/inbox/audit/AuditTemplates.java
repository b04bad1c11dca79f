package dev.earshot.inbox.audit;

import dev.earshot.inbox.layout.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The template of the page, checked when it is built. */
@CheckedTemplate(basePath = "audit")
final class AuditTemplates {

    private AuditTemplates() {}

    static native TemplateInstance trail(Frame frame, AuditTable table);
}
