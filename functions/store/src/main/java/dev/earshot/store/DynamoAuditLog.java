package dev.earshot.store;

import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the audit trail month by month, the last first. */
public final class DynamoAuditLog implements AuditLog {

    private final DynamoDbClient dynamoDb;
    private final String table;

    /** @param table its name */
    public DynamoAuditLog(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    @Override
    public void add(AuditEntry entry) {
        dynamoDb.putItem(p -> p.tableName(table).item(AuditItems.item(entry)));
    }

    @Override
    public Page<AuditEntry> entries(Instant from, Instant to, PageRequest page) {
        String first = EarshotJson.time(from);
        String end = EarshotJson.time(to);
        String behind = page.after() == null ? end : page.after().place();
        String last = behind.compareTo(end) < 0 ? behind : end;
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        YearMonth oldest = month(from);
        // The end is not part of the time, and neither is the place that the page before ended at.
        for (YearMonth month = month(to);
                !month.isBefore(oldest) && items.size() <= page.limit();
                month = month.minusMonths(1)) {
            String pk = Keys.auditPk(month);
            if (last.compareTo(month.toString()) > 0 && first.compareTo(last) < 0) {
                items.addAll(query(pk, first, last, page.limit() + 1 - items.size()));
            }
        }
        boolean more = items.size() > page.limit();
        List<Map<String, AttributeValue>> shown = more ? items.subList(0, page.limit()) : items;
        return new Page<>(
                shown.stream().map(AuditItems::read).toList(),
                more ? new Cursor(AuditItems.place(shown.get(shown.size() - 1))) : null);
    }

    private List<Map<String, AttributeValue>> query(String pk, String first, String last, int most) {
        return dynamoDb
                .queryPaginator(q -> q.tableName(table)
                        .consistentRead(true)
                        .scanIndexForward(false)
                        .limit(most + 1)
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :first AND :last")
                        .expressionAttributeValues(Map.of(
                                ":pk", Attributes.text(pk),
                                ":first", Attributes.text(first),
                                ":last", Attributes.text(last))))
                .items()
                .stream()
                .filter(item -> !AuditItems.place(item).equals(last))
                .limit(most)
                .toList();
    }

    private static YearMonth month(Instant time) {
        return YearMonth.from(time.atZone(ZoneOffset.UTC));
    }
}
