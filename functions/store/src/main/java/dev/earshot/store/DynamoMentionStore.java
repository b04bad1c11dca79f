package dev.earshot.store;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.MentionStore;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps mentions, cases and counts in DynamoDB. */
public final class DynamoMentionStore implements MentionStore {

    private final MentionTable table;
    private final MentionItems mentions;
    private final CaseItems cases;
    private final CountItems counts;
    private final EmbeddingItems embeddings;

    public DynamoMentionStore(DynamoDbClient dynamoDb, TableSettings settings) {
        this.table = new MentionTable(dynamoDb, settings);
        this.mentions = new MentionItems(settings);
        this.cases = new CaseItems(settings);
        this.counts = new CountItems(settings);
        this.embeddings = new EmbeddingItems(dynamoDb, settings);
    }

    @Override
    public Optional<StoredMention> find(MentionId id) {
        return table.find(id);
    }

    @Override
    public boolean write(Change.Write change) {
        Mention mention = change.mention().mention();
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(MentionTable.put(mentions.written(change)));
        change.opened().forEach(one -> writes.add(MentionTable.put(cases.opened(one, mention))));
        for (Case one : change.followed()) {
            writes.add(MentionTable.update(cases.followed(one, mention)));
        }
        counts.of(change).forEach(update -> writes.add(MentionTable.update(update)));
        if (change.before() != null && mention.deleted()) {
            embeddings
                    .takenAway(change.before(), mention)
                    .map(MentionTable::put)
                    .ifPresent(writes::add);
        }
        boolean written = table.write(writes);
        if (written && !mention.deleted()) {
            embeddings.keep(change);
        }
        return written;
    }

    @Override
    public void attribute(MentionId report, Instant receivedAt, AuthorKey author) {
        table.attribute(report, receivedAt, author);
    }

    @Override
    public void noticed(CaseId id) {
        table.noticed(id);
    }
}
