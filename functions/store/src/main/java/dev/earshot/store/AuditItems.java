package dev.earshot.store;

import dev.earshot.core.audit.AuditEntry;
import java.time.Instant;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The items of the audit trail, under one key a month. */
final class AuditItems {

    private AuditItems() {}

    /** The entry, for the transaction that makes its change. */
    static TransactWriteItem put(String table, AuditEntry entry) {
        return MentionTable.put(Put.builder().tableName(table).item(item(entry)).build());
    }

    static Map<String, AttributeValue> item(AuditEntry entry) {
        Map<String, AttributeValue> item = Keys.key(Keys.auditPk(entry.at()), entry.place());
        item.put("at", Attributes.of(entry.at()));
        item.put("subject", Attributes.of(entry.subject()));
        item.put("by", Attributes.text(entry.by()));
        item.put("action", Attributes.of(entry.action()));
        item.put("item", Attributes.text(entry.item()));
        item.put("change", Attributes.text(entry.change()));
        item.put(Keys.EXPIRES_AT, Attributes.number(entry.keptUntil().getEpochSecond()));
        return item;
    }

    static AuditEntry read(Map<String, AttributeValue> item) {
        return new AuditEntry(
                Attributes.read(Attributes.get(item, "at"), Instant.class),
                Attributes.orNull(item, "subject", String.class),
                Attributes.get(item, "by").s(),
                Attributes.read(Attributes.get(item, "action"), AuditEntry.Action.class),
                Attributes.get(item, "item").s(),
                Attributes.get(item, "change").s(),
                Instant.ofEpochSecond(
                        Long.parseLong(Attributes.get(item, Keys.EXPIRES_AT).n())));
    }

    static String place(Map<String, AttributeValue> item) {
        return Attributes.get(item, Keys.SK).s();
    }
}
