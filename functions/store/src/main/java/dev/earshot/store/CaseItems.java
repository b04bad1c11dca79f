package dev.earshot.store;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseMark;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.HistoryEntry;
import dev.earshot.core.casework.MentionGlance;
import dev.earshot.core.casework.Outcome;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.routing.Because;
import dev.earshot.core.routing.Priority;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The items of cases. A case is in the index under its status and department, with all but its history. */
final class CaseItems {

    private static final String NOTICED = "noticed";
    private static final String MARKS = "marks";
    private static final String VERSION = "version";
    private static final String HISTORY = "history";
    private static final String MENTION = "mention";

    private final TableSettings settings;

    CaseItems(TableSettings settings) {
        this.settings = settings;
    }

    /** A new case, whose notice is still to be published; it goes with its mention. */
    Put opened(Case one, Mention mention) {
        Map<String, AttributeValue> item = Keys.caseKey(one.id());
        item.put("department", Attributes.text(one.department()));
        item.putAll(attributes(one));
        item.put(NOTICED, AttributeValue.fromBool(false));
        item.put(Keys.EXPIRES_AT, Attributes.number(settings.expiry(mention)));
        return Put.builder()
                .tableName(settings.name())
                .item(item)
                .conditionExpression("attribute_not_exists(pk)")
                .build();
    }

    /** A later version of a case. */
    Update changed(Case before, Case after) {
        return update(before.id(), before.version(), attributes(after));
    }

    /** A case that comes to its department anew, so that its notice is to be published once more. */
    Update cameBack(Case before, Case after) {
        Map<String, AttributeValue> values = attributes(after);
        values.put(NOTICED, AttributeValue.fromBool(false));
        return update(before.id(), before.version(), values);
    }

    /** A case that shows a new version of its mention, and lives as long; people's work on it is not touched. */
    Update followed(Case after, Mention mention) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put(MENTION, Attributes.of(after.mention()));
        values.put(HISTORY, Attributes.of(after.history()));
        values.put(VERSION, Attributes.number(after.version()));
        values.put(Keys.EXPIRES_AT, Attributes.number(settings.expiry(mention)));
        return update(after.id(), after.version() - 1, values);
    }

    /** Whether the case of an item still awaits its notice. */
    static boolean awaitsNotice(Map<String, AttributeValue> item) {
        return !Boolean.TRUE.equals(Attributes.get(item, NOTICED).bool());
    }

    /** Reads a case from the table, or from the index without its history. */
    static Case read(Map<String, AttributeValue> item) {
        return new Case(
                new CaseId(
                        Keys.mention(item), Attributes.get(item, "department").s()),
                CaseStatus.valueOf(Attributes.get(item, "status").s()),
                Priority.valueOf(Attributes.get(item, "priority").s()),
                Attributes.readList(Attributes.get(item, "because"), Because.class),
                Attributes.orNull(item, "assignee", String.class),
                Attributes.read(Attributes.get(item, "openedAt"), Instant.class),
                Attributes.orNull(item, "dueAt", Instant.class),
                Attributes.orNull(item, "acknowledgedAt", Instant.class),
                Attributes.orNull(item, "closedAt", Instant.class),
                Attributes.orNull(item, "outcome", Outcome.class),
                Set.copyOf(Attributes.readList(Attributes.get(item, MARKS), CaseMark.class)),
                Long.parseLong(Attributes.get(item, VERSION).n()),
                item.containsKey(HISTORY) ? Attributes.readList(item.get(HISTORY), HistoryEntry.class) : List.of(),
                Attributes.read(Attributes.get(item, MENTION), MentionGlance.class));
    }

    /** All that changes in the life of a case, and its place in the index. */
    private Map<String, AttributeValue> attributes(Case one) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        values.put("status", Attributes.of(one.status()));
        values.put("priority", Attributes.of(one.priority()));
        values.put("because", Attributes.of(one.because()));
        values.put("assignee", Attributes.of(one.assignee()));
        values.put("openedAt", Attributes.of(one.openedAt()));
        values.put("dueAt", Attributes.of(one.dueAt()));
        values.put("acknowledgedAt", Attributes.of(one.acknowledgedAt()));
        values.put("closedAt", Attributes.of(one.closedAt()));
        values.put("outcome", Attributes.of(one.outcome()));
        values.put(MARKS, Attributes.of(one.marks().stream().sorted().toList()));
        values.put(VERSION, Attributes.number(one.version()));
        values.put(HISTORY, Attributes.of(one.history()));
        values.put(MENTION, Attributes.of(one.mention()));
        int shard = one.mentionId().shard(settings.listShards());
        values.put(Keys.INDEX_PK, Attributes.text(Keys.casesPk(one.department(), one.status(), shard)));
        values.put(Keys.INDEX_SK, Attributes.text(Keys.casesSk(one.openedAt(), one.id())));
        return values;
    }

    /** Sets attributes, provided that the case is still as it was read. */
    private Update update(CaseId id, long before, Map<String, AttributeValue> attributes) {
        List<String> sets = new ArrayList<>();
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        attributes.forEach((name, value) -> {
            sets.add("#" + name + " = :" + name);
            names.put("#" + name, name);
            values.put(":" + name, value);
        });
        values.put(":before", Attributes.number(before));
        return Update.builder()
                .tableName(settings.name())
                .key(Keys.caseKey(id))
                .updateExpression("SET " + String.join(", ", sets))
                .conditionExpression("#version = :before")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }
}
