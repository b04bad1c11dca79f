package dev.earshot.store;

import dev.earshot.core.paging.Cursor;
import dev.earshot.core.paging.PageRequest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/**
 * Reads pages of lists that lie under many keys of the index. The keys are merged newest first, and each is read only as
 * far as the page reaches into it, so that a page costs the same however much is stored.
 */
final class IndexLists {

    private static final int SMALLEST_CHUNK = 10;

    private final FewAtOnce fewAtOnce = new FewAtOnce();
    private final DynamoDbClient dynamoDb;
    private final String table;

    IndexLists(DynamoDbClient dynamoDb, String table) {
        this.dynamoDb = dynamoDb;
        this.table = table;
    }

    /** Some items of the index, newest first, and where the next page begins; null when this is the last. */
    record Slice(
            List<Map<String, AttributeValue>> items,
            @Nullable Cursor next) {}

    Slice read(List<String> keys, PageRequest page) {
        PriorityQueue<IndexStream> newest =
                new PriorityQueue<>(Comparator.comparing(IndexStream::place).reversed());
        newest.addAll(open(keys, page));
        List<Map<String, AttributeValue>> items = new ArrayList<>();
        String last = null;
        for (IndexStream stream = newest.poll(); stream != null; stream = newest.poll()) {
            String place = stream.place();
            // What moved to another key while this was read is met twice, at one place.
            if (!place.equals(last)) {
                if (last != null && items.size() == page.limit()) {
                    return new Slice(items, new Cursor(last));
                }
                items.add(stream.next());
                last = place;
            } else {
                stream.next();
            }
            if (stream.hasNext()) {
                newest.add(stream);
            }
        }
        return new Slice(items, null);
    }

    /** The streams that have something, each with its first items read. */
    private List<IndexStream> open(List<String> keys, PageRequest page) {
        int most = page.limit() + 1;
        int even = 2 * page.limit() / Math.max(1, keys.size());
        int chunk = Math.min(most, Math.max(SMALLEST_CHUNK, even));
        String behind = page.after() == null ? null : page.after().place();
        List<IndexStream> streams = keys.stream()
                .map(pk -> new IndexStream(dynamoDb, table, pk, behind, chunk, most))
                .toList();
        fewAtOnce.each(streams, IndexStream::hasNext);
        return streams.stream().filter(IndexStream::hasNext).toList();
    }
}
