package dev.earshot.inbox.page;

import dev.earshot.inbox.layout.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the pages, checked when they are built. */
@CheckedTemplate(basePath = "page")
final class PageTemplates {

    private PageTemplates() {}

    static native TemplateInstance home(Frame frame, List<CaseCard.Choice> departments, CaseList cases);

    static native TemplateInstance home$cases(CaseList cases);

    static native TemplateInstance oneCase(Frame frame, CaseCard card);
}
