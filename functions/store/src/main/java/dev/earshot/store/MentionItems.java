package dev.earshot.store;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.Change;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.routing.Decision;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.Update;

/** The items of mentions, under whose keys their cases are, too. */
final class MentionItems {

    /** Not {@code mention}, which the index carries of cases: texts stay in the table. */
    private static final String SAID = "said";

    private final TableSettings settings;

    MentionItems(TableSettings settings) {
        this.settings = settings;
    }

    /** The mention's own item, found by its author; one that concerns no department is also in the list of its kind. */
    Put written(Change.Write change) {
        Map<String, AttributeValue> item = item(change.mention());
        change.author().ifPresent(author -> {
            item.put(Keys.AUTHORS_PK, Attributes.text(Keys.authorPk(author)));
            item.put(Keys.AUTHORS_SK, Attributes.of(change.mention().mention().receivedAt()));
        });
        String aside = aside(change);
        if (aside != null) {
            Mention mention = change.mention().mention();
            int shard = mention.id().shard(settings.listShards());
            item.put(Keys.INDEX_PK, Attributes.text(Keys.asidePk(aside, shard)));
            item.put(Keys.INDEX_SK, Attributes.text(Keys.asideSk(mention)));
        }
        return over(change.before(), item);
    }

    /** A mention that somebody took out of the list of what concerns nobody, provided that it still is in one. */
    Update takenUp(AnalyzedMention said) {
        Analysis analysis = said.analysis() == null ? null : said.analysis().withoutNoise();
        return Update.builder()
                .tableName(settings.name())
                .key(Keys.key(Keys.mentionPk(said.id()), Keys.MENTION))
                .updateExpression("SET analysis = :analysis REMOVE " + Keys.INDEX_PK + ", " + Keys.INDEX_SK)
                .conditionExpression("version = :version AND attribute_exists(" + Keys.INDEX_PK + ")")
                .expressionAttributeValues(Map.of(
                        ":analysis", Attributes.of(analysis),
                        ":version", Attributes.number(said.mention().version())))
                .build();
    }

    /** A tombstone, which no list and no author leads to. */
    Put erased(StoredMention before, AnalyzedMention tombstone) {
        return over(before, item(tombstone));
    }

    /** All that is stored under one mention's key; null when the mention is not there. */
    static @Nullable StoredMention read(List<Map<String, AttributeValue>> items) {
        List<Map<String, AttributeValue>> mentions =
                items.stream().filter(item -> sk(item).equals(Keys.MENTION)).toList();
        if (mentions.isEmpty()) {
            return null;
        }
        List<Map<String, AttributeValue>> cases =
                items.stream().filter(item -> sk(item).startsWith(Keys.CASE)).toList();
        AttributeValue author = mentions.get(0).get(Keys.AUTHORS_PK);
        return new StoredMention(
                readMention(mentions.get(0)),
                cases.stream().map(CaseItems::read).toList(),
                cases.stream()
                        .filter(CaseItems::awaitsNotice)
                        .map(CaseItems::read)
                        .map(Case::department)
                        .collect(Collectors.toSet()),
                author == null ? null : Keys.author(author));
    }

    static AnalyzedMention readMention(Map<String, AttributeValue> item) {
        return new AnalyzedMention(
                Attributes.read(Attributes.get(item, SAID), Mention.class),
                Attributes.orNull(item, "analysis", Analysis.class));
    }

    private Map<String, AttributeValue> item(AnalyzedMention said) {
        Mention mention = said.mention();
        Map<String, AttributeValue> item = Keys.key(Keys.mentionPk(mention.id()), Keys.MENTION);
        item.put(SAID, Attributes.of(mention));
        item.put("analysis", Attributes.of(said.analysis()));
        item.put("version", Attributes.number(mention.version()));
        item.put("deleted", AttributeValue.fromBool(mention.deleted()));
        item.put(Keys.EXPIRES_AT, Attributes.number(settings.expiry(mention.receivedAt())));
        return item;
    }

    /** Puts the item, provided that what is stored is still what was read. */
    private Put over(@Nullable StoredMention before, Map<String, AttributeValue> item) {
        Put.Builder put = Put.builder().tableName(settings.name()).item(item);
        if (before == null) {
            return put.conditionExpression("attribute_not_exists(pk)").build();
        }
        Mention stored = before.mention().mention();
        return put.conditionExpression("version = :version AND deleted = :deleted")
                .expressionAttributeValues(Map.of(
                        ":version", Attributes.number(stored.version()),
                        ":deleted", AttributeValue.fromBool(stored.deleted())))
                .build();
    }

    private static @Nullable String aside(Change.Write change) {
        boolean hasCase = !change.opened().isEmpty() || !change.followed().isEmpty();
        if (hasCase || change.mention().mention().deleted()) {
            return null;
        }
        return change.decision() instanceof Decision.Noise ? Keys.NOISE : Keys.UNROUTED;
    }

    private static String sk(Map<String, AttributeValue> item) {
        return Attributes.get(item, Keys.SK).s();
    }
}
