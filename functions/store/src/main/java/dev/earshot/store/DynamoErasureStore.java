package dev.earshot.store;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.core.erasure.ErasureStore;
import dev.earshot.core.mention.MentionId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Finds what an author said by the index of authors, and writes tombstones over it. */
public final class DynamoErasureStore implements ErasureStore {

    private final DynamoDbClient dynamoDb;
    private final TableSettings settings;
    private final MentionTable table;
    private final MentionItems mentions;
    private final CaseItems cases;
    private final EmbeddingItems embeddings;

    public DynamoErasureStore(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
        this.table = new MentionTable(dynamoDb, settings);
        this.mentions = new MentionItems(settings);
        this.cases = new CaseItems(settings);
        this.embeddings = new EmbeddingItems(dynamoDb, settings);
    }

    @Override
    public List<MentionId> covered(Erasure erasure, int most) {
        return dynamoDb
                .query(q -> q.tableName(settings.name())
                        .indexName(Keys.AUTHORS)
                        .limit(most)
                        .keyConditionExpression("gsi2pk = :author AND gsi2sk <= :until")
                        .expressionAttributeValues(Map.of(
                                ":author", Attributes.text(Keys.authorPk(erasure.author())),
                                ":until", Attributes.of(erasure.requestedAt()))))
                .items()
                .stream()
                .map(Keys::mention)
                .toList();
    }

    @Override
    public Optional<StoredMention> find(MentionId id) {
        return table.find(id);
    }

    @Override
    public boolean erase(StoredMention before, AnalyzedMention tombstone, List<Case> erased) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(MentionTable.put(mentions.erased(before, tombstone)));
        for (Case one : erased) {
            Case stored = before.caseOf(one.department()).orElseThrow();
            writes.add(MentionTable.update(cases.changed(stored, one)));
        }
        embeddings.takenAway(before, tombstone.mention()).map(MentionTable::put).ifPresent(writes::add);
        return table.write(writes);
    }
}
