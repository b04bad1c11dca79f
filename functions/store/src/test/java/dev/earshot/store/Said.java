package dev.earshot.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.access.Caller;
import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Author;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionDraft;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision;
import dev.earshot.core.routing.Department;
import dev.earshot.core.routing.Priority;
import dev.earshot.core.routing.Rule;
import dev.earshot.core.routing.RuleAction;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What was said, and the changes that it makes, in the words of the tests. */
final class Said {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00.123Z");
    static final String TEXT = "My parcel never came, and größer 😀 \"quoted\" words";

    private Said() {}

    static MentionDraft draft(String externalId) {
        return Mention.of("our-forum", "standard-webhooks", externalId)
                .url("https://forum.example.com/t/1")
                .author(new Author("u1", "ada", "Ada Lovelace"))
                .title("Where is it?")
                .text(TEXT)
                .createdAt(NOON.minusSeconds(60))
                .inReplyTo("post-0");
    }

    static AnalyzedMention mention(String externalId) {
        return analyzed(draft(externalId).heard(NOON));
    }

    static AnalyzedMention mention(String externalId, long version, String text) {
        return analyzed(draft(externalId).version(version).text(text).heard(NOON));
    }

    static AnalyzedMention deleted(String externalId, long version) {
        return new AnalyzedMention(draft(externalId).version(version).deleted(NOON), null);
    }

    static AnalyzedMention analyzed(Mention mention) {
        return new AnalyzedMention(mention, Analysis.languageOnly(new Analysis.DetectedLanguage("en", 0.98)));
    }

    static Change.Write change(@Nullable StoredMention before, AnalyzedMention said, Decision decision) {
        return change(before, said, decision, NOON);
    }

    static Change.Write change(@Nullable StoredMention before, AnalyzedMention said, Decision decision, Instant now) {
        return (Change.Write) Change.of(before, said, decision, now);
    }

    static Decision routed(String... departments) {
        return new Decision.Routed(Stream.of(departments)
                .map(id -> new Decision.Assignment(
                        department(id),
                        Priority.HIGH,
                        List.of(new Because(Because.Kind.RULE, id + "/asks for money back", "asks for money back"))))
                .toList());
    }

    /** The case of what somebody gave to a department. */
    static Case given(AnalyzedMention said, String department) {
        Because because = new Because(Because.Kind.PERSON, "", "Given by Lea");
        return Case.given(
                said,
                new Decision.Assignment(department(department), Priority.NORMAL, List.of(because)),
                "Lea",
                NOON);
    }

    static Decision unrouted() {
        return new Decision.Unrouted();
    }

    static Decision noise() {
        return new Decision.Noise(new Analysis.Noise("RULE", "marketing/giveaway"));
    }

    /** A department with many examples of 2,000 bytes. */
    /** The entry of the audit trail for a change of an item. */
    static AuditEntry audited(String item) {
        return new Auditor(Duration.ofDays(90))
                .entry(NOON, new Caller("grace-1", "Grace", Set.of()), AuditEntry.Action.CASE_CHANGED, item, "");
    }

    static Department talkative(String id, int examples) {
        List<String> said = Collections.nCopies(examples, "x".repeat(2_000));
        return new Department(id, "The " + id, null, "cares", null, null, List.of(), said);
    }

    static Department department(String id) {
        return department(id, "{\"words\": [\"refund\"], \"author\": {\"id\": [12345678901234567890123]}}");
    }

    static Department department(String id, String pattern) {
        try {
            Rule rule = new Rule(
                    "asks for money back", EarshotJson.mapper().readTree(pattern), RuleAction.ASSIGN, Priority.HIGH);
            return new Department(
                    id,
                    "The " + id,
                    id + "@example.com",
                    "cares",
                    Duration.ofHours(4),
                    null,
                    List.of(rule),
                    List.of("my parcel never came"));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
