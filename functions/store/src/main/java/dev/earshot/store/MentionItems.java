package dev.earshot.store;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.HistoryEntry;
import dev.earshot.core.casework.MentionGlance;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Decision;
import dev.earshot.core.routing.Priority;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The items of one mention: itself and its cases, all under one partition key. */
final class MentionItems {

    private static final String NOTICED = "noticed";

    private final TableSettings settings;

    MentionItems(TableSettings settings) {
        this.settings = settings;
    }

    /** The mention's own item; one that concerns no department is also in the index, in the list that it belongs to. */
    Map<String, AttributeValue> mention(Change.Write change) {
        Mention mention = change.mention().mention();
        Map<String, AttributeValue> item = Keys.key(Keys.mentionPk(mention.id()), Keys.MENTION);
        item.put("mention", Attributes.of(mention));
        item.put("analysis", Attributes.of(change.mention().analysis()));
        item.put("version", Attributes.number(mention.version()));
        item.put("deleted", AttributeValue.fromBool(mention.deleted()));
        item.put(Keys.EXPIRES_AT, expiry(mention));
        String aside = aside(change);
        if (aside != null) {
            item.put(Keys.INDEX_PK, Attributes.text(Keys.asidePk(aside, shard(mention))));
            item.put(Keys.INDEX_SK, Attributes.text(Keys.asideSk(mention)));
        }
        return item;
    }

    /** The item of a new case, whose notice is still to be published. */
    Map<String, AttributeValue> opened(Case one, Mention mention) {
        Map<String, AttributeValue> item = Keys.key(Keys.mentionPk(one.mentionId()), Keys.CASE + one.department());
        item.put("department", Attributes.text(one.department()));
        item.put("status", Attributes.of(one.status()));
        item.put("priority", Attributes.of(one.priority()));
        item.put("because", Attributes.of(one.because()));
        item.put("openedAt", Attributes.of(one.openedAt()));
        item.put("dueAt", Attributes.of(one.dueAt()));
        item.put("version", Attributes.number(one.version()));
        item.put("history", Attributes.of(one.history()));
        item.put("mention", Attributes.of(one.mention()));
        item.put(NOTICED, AttributeValue.fromBool(false));
        item.put(Keys.EXPIRES_AT, expiry(mention));
        item.put(
                Keys.INDEX_PK,
                Attributes.text(Keys.casesPk(one.department(), one.status().name(), shard(mention))));
        item.put(Keys.INDEX_SK, Attributes.text(Keys.casesSk(one)));
        return item;
    }

    /** When what is kept of a mention goes. */
    AttributeValue expiry(Mention mention) {
        return Attributes.number(mention.receivedAt().plus(settings.retention()).getEpochSecond());
    }

    /** Reads the items under one mention's key; null when there are none. */
    @Nullable
    StoredMention read(List<Map<String, AttributeValue>> items) {
        AnalyzedMention mention = null;
        for (Map<String, AttributeValue> item : items) {
            if (sk(item).equals(Keys.MENTION)) {
                mention = readMention(item);
            }
        }
        if (mention == null) {
            return null;
        }
        AnalyzedMention said = mention;
        List<Case> cases = items.stream()
                .filter(item -> sk(item).startsWith(Keys.CASE))
                .map(item -> readCase(item, said))
                .toList();
        return new StoredMention(said, cases, awaiting(items), null);
    }

    private static AnalyzedMention readMention(Map<String, AttributeValue> item) {
        AttributeValue analysis = Attributes.get(item, "analysis");
        return new AnalyzedMention(
                Attributes.read(Attributes.get(item, "mention"), Mention.class),
                Attributes.isNull(analysis) ? null : Attributes.read(analysis, Analysis.class));
    }

    private static Case readCase(Map<String, AttributeValue> item, AnalyzedMention said) {
        AttributeValue dueAt = Attributes.get(item, "dueAt");
        return new Case(
                new CaseId(said.id(), Attributes.get(item, "department").s()),
                CaseStatus.valueOf(Attributes.get(item, "status").s()),
                Priority.valueOf(Attributes.get(item, "priority").s()),
                Attributes.readList(Attributes.get(item, "because"), Because.class),
                null,
                Instant.parse(Attributes.get(item, "openedAt").s()),
                Attributes.isNull(dueAt) ? null : Instant.parse(dueAt.s()),
                null,
                null,
                null,
                Long.parseLong(Attributes.get(item, "version").n()),
                Attributes.readList(Attributes.get(item, "history"), HistoryEntry.class),
                Attributes.read(Attributes.get(item, "mention"), MentionGlance.class));
    }

    private static Set<String> awaiting(List<Map<String, AttributeValue>> items) {
        return items.stream()
                .filter(item -> sk(item).startsWith(Keys.CASE))
                .filter(item ->
                        !Boolean.TRUE.equals(Attributes.get(item, NOTICED).bool()))
                .map(item -> Attributes.get(item, "department").s())
                .collect(Collectors.toCollection(HashSet::new));
    }

    private static @Nullable String aside(Change.Write change) {
        boolean hasCase = !change.opened().isEmpty() || !change.followed().isEmpty();
        if (hasCase || change.mention().mention().deleted()) {
            return null;
        }
        return change.decision() instanceof Decision.Noise ? "NOISE" : "UNROUTED";
    }

    private static int shard(Mention mention) {
        return mention.id().shard(Keys.LIST_SHARDS);
    }

    private static String sk(Map<String, AttributeValue> item) {
        return Attributes.get(item, Keys.SK).s();
    }
}
