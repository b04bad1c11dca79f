package dev.earshot.inbox.page;

import dev.earshot.inbox.layout.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Templates of the pages, checked when they are built. */
@CheckedTemplate(basePath = "page")
final class PageTemplates {

    private PageTemplates() {}

    static native TemplateInstance home(Frame frame);
}
