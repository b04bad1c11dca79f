package dev.earshot.inbox.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision.Assignment;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import dev.earshot.inbox.cases.CaseSearch;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CaseSheetTest {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00.000Z");

    @Test
    void aCaseIsALineOfWhatListsShow() {
        List<String> lines =
                CaseSheet.of(found(1, Optional.empty(), "=1+1")).lines().toList();
        assertEquals(2, lines.size());
        assertTrue(
                lines.get(1).contains(",\"support\",\"NEW\",\"HIGH\",\"2026-11-22T12:00:00.000Z\",,,,,,,\"our-forum\""),
                lines.get(1));
        assertTrue(lines.get(1).endsWith(",\"'=1+1\""), lines.get(1));
    }

    @Test
    void aLastLineSaysThatThereIsMore() {
        assertTrue(last(found(1, Optional.of(Cursor.of(NOON, new MentionId("m_" + "a".repeat(26)))), "x"))
                .startsWith("\"There are older cases"));
    }

    @Test
    void itIsNeverLargerThanAFunctionCanAnswer() {
        CaseSearch.Found many = found(10_000, Optional.empty(), "€".repeat(280));
        String sheet = CaseSheet.of(many);
        assertTrue(sheet.getBytes(StandardCharsets.UTF_8).length < 6 * 1024 * 1024);
        assertTrue(last(many).startsWith("\"There are older cases"));
    }

    private static String last(CaseSearch.Found found) {
        List<String> lines = CaseSheet.of(found).lines().toList();
        return lines.get(lines.size() - 1);
    }

    private static CaseSearch.Found found(int many, Optional<Cursor> next, String text) {
        Department support = new Department("support", "Support", null, "", null, null, List.of(), List.of());
        AnalyzedMention said = new AnalyzedMention(
                Mention.of("our-forum", "standard-webhooks", "post-1")
                        .text(text)
                        .heard(NOON),
                Analysis.languageOnly(null));
        Because because = new Because(Because.Kind.RULE, "support/x", "x");
        Case one = Case.opened(said, new Assignment(support, Priority.HIGH, List.of(because)), NOON);
        return new CaseSearch.Found(Collections.nCopies(many, one), next, many, Optional.of(NOON));
    }
}
