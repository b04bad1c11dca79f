package dev.earshot.store;

import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.audit.AuditEntry;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseChange;
import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.paging.Page;
import dev.earshot.core.paging.PageRequest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** Keeps people's work on cases in DynamoDB, and reads lists of cases and mentions from its index. */
public final class DynamoCaseStore implements CaseStore {

    private final TableSettings settings;
    private final MentionTable table;
    private final CaseItems cases;
    private final CountItems counts;
    private final IndexLists lists;
    private final MentionBatches batches;
    private final MentionItems mentions;

    public DynamoCaseStore(DynamoDbClient dynamoDb, TableSettings settings) {
        this.settings = settings;
        this.table = new MentionTable(dynamoDb, settings);
        this.cases = new CaseItems(settings);
        this.counts = new CountItems(settings);
        this.lists = new IndexLists(dynamoDb, settings.name());
        this.batches = new MentionBatches(dynamoDb, settings.name());
        this.mentions = new MentionItems(settings);
    }

    @Override
    public Optional<StoredMention> find(MentionId id) {
        return table.find(id);
    }

    @Override
    public boolean write(CaseChange change, AuditEntry entry) {
        List<TransactWriteItem> writes = new ArrayList<>();
        writes.add(AuditItems.put(settings.name(), entry));
        writes.add(MentionTable.update(cases.changed(change.before(), change.after())));
        Case there = change.there();
        if (there != null && change.thereBefore() != null) {
            writes.add(MentionTable.update(cases.cameBack(change.thereBefore(), there)));
        } else if (there != null) {
            // A case lives as long as its mention and counts with its mood, which only the mention tells.
            Optional<AnalyzedMention> said = batches.find(there.mentionId());
            if (said.isEmpty()) {
                return false;
            }
            writes.add(MentionTable.put(cases.opened(there, said.get().mention())));
            writes.add(MentionTable.update(counts.of(said.get(), there)));
        }
        counts.of(change).forEach(update -> writes.add(MentionTable.update(update)));
        return table.write(writes);
    }

    @Override
    public boolean open(StoredMention aside, Case first, AuditEntry entry) {
        AnalyzedMention said = aside.mention();
        return table.write(List.of(
                AuditItems.put(settings.name(), entry),
                MentionTable.update(mentions.takenUp(said)),
                MentionTable.put(cases.opened(first, said.mention())),
                MentionTable.update(counts.of(said, first)),
                MentionTable.update(counts.given(said))));
    }

    @Override
    public void noticed(CaseId id) {
        table.noticed(id);
    }

    @Override
    public Page<Case> cases(Collection<String> departments, Collection<CaseStatus> statuses, PageRequest page) {
        List<String> keys = departments.stream()
                .distinct()
                .flatMap(department -> statuses.stream().distinct().flatMap(status -> shards().mapToObj(
                                shard -> Keys.casesPk(department, status, shard))))
                .toList();
        IndexLists.Slice slice = lists.read(keys, page);
        return new Page<>(slice.items().stream().map(CaseItems::read).toList(), slice.next());
    }

    @Override
    public Page<AnalyzedMention> unrouted(PageRequest page) {
        return aside(Keys.UNROUTED, page);
    }

    @Override
    public Page<AnalyzedMention> noise(PageRequest page) {
        return aside(Keys.NOISE, page);
    }

    private Page<AnalyzedMention> aside(String why, PageRequest page) {
        List<String> keys = shards().mapToObj(shard -> Keys.asidePk(why, shard)).toList();
        IndexLists.Slice slice = lists.read(keys, page);
        return new Page<>(batches.stillListed(slice.items()), slice.next());
    }

    private IntStream shards() {
        return IntStream.range(0, settings.listShards());
    }
}
