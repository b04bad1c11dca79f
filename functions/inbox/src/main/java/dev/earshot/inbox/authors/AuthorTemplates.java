package dev.earshot.inbox.authors;

import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Text;
import dev.earshot.inbox.cases.CaseView;
import dev.earshot.inbox.layout.Frame;
import dev.earshot.inbox.page.Shown;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The templates of the page, checked when they are built. */
@CheckedTemplate(basePath = "authors")
final class AuthorTemplates {

    private static final int EXCERPT = 160;

    private AuthorTemplates() {}

    static native TemplateInstance author(Frame frame, Asked asked, Optional<Found> found, Optional<String> message);

    /** Who was asked about. */
    record Asked(String source, String authorId) {}

    /**
     * What is held.
     *
     * @param next the cursor of the next part; empty when this is the last
     */
    record Found(List<Row> rows, Optional<String> erasureRequested, Optional<String> cursor, Optional<String> next) {

        static Found of(AccessReport report, Optional<String> cursor) {
            return new Found(
                    report.items().stream().map(Row::of).toList(),
                    Optional.ofNullable(report.erasureRequestedAt()).map(Shown::time),
                    cursor,
                    Optional.ofNullable(report.next()));
        }
    }

    /** One thing that was said. */
    record Row(String at, String shown, String excerpt, String departments, String expires) {

        static Row of(AccessReport.Item item) {
            String words = item.mention().text();
            return new Row(
                    EarshotJson.time(item.mention().receivedAt()),
                    Shown.time(item.mention().receivedAt()),
                    words == null ? "(deleted)" : Text.line(Shown.words(words), EXCERPT),
                    item.cases().stream().map(CaseView::department).collect(Collectors.joining(", ")),
                    Shown.time(item.expiresAt()));
        }
    }
}
