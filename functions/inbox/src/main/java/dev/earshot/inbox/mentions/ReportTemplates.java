package dev.earshot.inbox.mentions;

import dev.earshot.core.json.EarshotJson;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.mentions.OwnReports.OwnReport;
import dev.earshot.inbox.page.Shown;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The template of the page, checked when it is built. */
@CheckedTemplate(basePath = "reports")
final class ReportTemplates {

    private ReportTemplates() {}

    static native TemplateInstance own(Frame frame, List<Row> reports, Optional<String> older);

    /** Something that was reported. */
    record Row(String at, String shown, String excerpt, String state, List<Done> cases) {

        /** @param names departments' names by id */
        static Row of(OwnReport report, Map<String, String> names) {
            return new Row(
                    EarshotJson.time(report.reportedAt()),
                    Shown.time(report.reportedAt()),
                    report.excerpt() == null ? "" : Shown.words(report.excerpt()),
                    state(report),
                    report.cases().stream().map(one -> Done.of(one, names)).toList());
        }

        private static String state(OwnReport report) {
            if (!report.heard()) {
                return "On its way, or older than reports are kept.";
            }
            return report.cases().isEmpty() ? "Arrived. No department has it yet." : "";
        }
    }

    /** What one department did. */
    record Done(String department, String status, String text) {

        static Done of(OwnReport.Became one, Map<String, String> names) {
            return new Done(
                    names.getOrDefault(one.department(), one.department()),
                    Shown.word(one.status()),
                    one.text() == null ? "" : Shown.words(one.text()));
        }
    }
}
