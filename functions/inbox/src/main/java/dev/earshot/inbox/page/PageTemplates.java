package dev.earshot.inbox.page;

import dev.earshot.inbox.layout.Frame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;

/** Templates of the pages, checked when they are built. */
@CheckedTemplate(basePath = "page")
final class PageTemplates {

    private PageTemplates() {}

    static native TemplateInstance home(Frame frame, CaseFilterForm form, CaseList cases);

    /**
     * The list alone.
     *
     * @param renewed whether it takes the place of one that is shown
     */
    static native TemplateInstance cases(CaseList cases, boolean renewed);

    static native TemplateInstance oneCase(Frame frame, CaseCard card);

    static native TemplateInstance report(Frame frame, ReportForm form);

    static native TemplateInstance reported(Frame frame);

    static native TemplateInstance aside(Frame frame, AsideList list);

    static native TemplateInstance subscriptions(Frame frame, SubscriptionList list);

    static native TemplateInstance departments(Frame frame, DepartmentList list);

    static native TemplateInstance department(Frame frame, DepartmentCard card);

    static native TemplateInstance sources(Frame frame, List<SourceRow> sources);

    static native TemplateInstance trial(Frame frame, TrialPage trial);
}
