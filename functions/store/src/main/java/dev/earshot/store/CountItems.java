package dev.earshot.store;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.Change;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.routing.Decision;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The counters: one item per department, hour of {@code receivedAt} and shard. Each case adds to one item; the first
 * case of a new mention also counts the mention, so that mentions are counted once at no further cost.
 */
final class CountItems {

    private static final Duration KEPT = Duration.ofDays(3 * 366L);

    private final TableSettings settings;

    CountItems(TableSettings settings) {
        this.settings = settings;
    }

    /** The updates that a change makes; none for a deletion. */
    List<Update> of(Change.Write change) {
        List<Update> updates = new ArrayList<>();
        AnalyzedMention said = change.mention();
        boolean countMention = change.first() && !said.mention().deleted();
        for (Case one : change.opened()) {
            updates.add(add(said, one.department(), one, countMention && updates.isEmpty()));
        }
        if (countMention && change.opened().isEmpty()) {
            String aside = change.decision() instanceof Decision.Noise ? Counts.NOISE : Counts.UNROUTED;
            updates.add(add(said, aside, null, true));
        }
        return updates;
    }

    /** The update that a case makes which a person opened for a mention that was counted before. */
    Update of(AnalyzedMention said, Case one) {
        return add(said, one.department(), one, false);
    }

    private Update add(AnalyzedMention said, String who, @Nullable Case one, boolean countMention) {
        Mention mention = said.mention();
        Map<String, String> names = new LinkedHashMap<>();
        if (countMention) {
            names.put("#m", "mentions");
        }
        if (one != null) {
            names.put("#c", "cases");
            names.put("#p", "priority:" + one.priority());
        }
        if (mention.reportedBy() != null) {
            names.put("#r", "reported");
        }
        if (said.reportedBefore()) {
            names.put("#h", "heardFirst");
        }
        names.put("#s", "source:" + mention.source());
        names.put("#f", "sentiment:" + sentiment(said.analysis()));
        String sums = String.join(
                ", ", names.keySet().stream().map(name -> name + " :one").toList());
        names.put("#e", Keys.EXPIRES_AT);
        String pk = Keys.countsPk(
                who,
                mention.receivedAt().atZone(ZoneOffset.UTC).toLocalDate(),
                mention.id().shard(settings.counterShards()));
        return Update.builder()
                .tableName(settings.name())
                .key(Keys.key(pk, Keys.countsSk(mention.receivedAt())))
                .updateExpression("ADD " + sums + " SET #e = if_not_exists(#e, :expiry)")
                .expressionAttributeNames(names)
                .expressionAttributeValues(Map.of(
                        ":one", Attributes.number(1),
                        ":expiry", expiry(mention)))
                .build();
    }

    private static String sentiment(@Nullable Analysis analysis) {
        return analysis == null || analysis.sentiment() == null
                ? "none"
                : analysis.sentiment().name();
    }

    private static AttributeValue expiry(Mention mention) {
        return Attributes.number(mention.receivedAt().plus(KEPT).getEpochSecond());
    }
}
