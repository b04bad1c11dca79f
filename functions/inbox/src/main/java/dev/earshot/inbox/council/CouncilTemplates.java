package dev.earshot.inbox.council;

import dev.earshot.inbox.layout.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of the page, checked when they are built. */
@CheckedTemplate(basePath = "council")
final class CouncilTemplates {

    private CouncilTemplates() {}

    static native TemplateInstance council(Frame frame, Council council);
}
