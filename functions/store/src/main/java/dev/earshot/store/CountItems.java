package dev.earshot.store;

import dev.earshot.core.analysis.Analysis;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.CaseChange;
import dev.earshot.core.casework.Change;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.metrics.Counted;
import dev.earshot.core.metrics.Work;
import dev.earshot.core.routing.Decision;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Update;

/**
 * The counters: one item per department, hour and shard for what was heard, one per department and hour for what people
 * did. Mentions count in the hour in which they were heard, cases in that in which they were opened, which mostly is the
 * same: then the first case of a new mention counts the mention in its own item, at no further cost.
 */
final class CountItems {

    private static final Duration KEPT = Duration.ofDays(3 * 366L);

    private final TableSettings settings;

    CountItems(TableSettings settings) {
        this.settings = settings;
    }

    /** The updates that a change makes; none for a deletion. */
    List<Update> of(Change.Write change) {
        AnalyzedMention said = change.mention();
        Mention mention = said.mention();
        Instant heard = Work.hour(mention.receivedAt());
        Map<Place, Map<String, Long>> counts = new LinkedHashMap<>();
        if (change.first() && !mention.deleted()) {
            Map<String, Long> counted = at(counts, first(change), heard);
            counted.put(Counted.MENTIONS, 1L);
            if (mention.reportedBy() != null) {
                counted.put(Counted.REPORTED, 1L);
            }
            if (said.reportedBefore()) {
                counted.put(Counted.HEARD_FIRST, 1L);
            }
            if (change.opened().isEmpty()) {
                counted.putAll(traits(said, mention.source()));
            }
        }
        change.opened()
                .forEach(one -> at(counts, one.department(), Work.cohort(one)).putAll(opened(said, one)));
        List<Update> updates = new ArrayList<>();
        counts.forEach((place, sums) -> updates.add(heard(place, mention.id(), sums)));
        return updates;
    }

    /** The update that a case makes which a person opened for a mention that was counted before. */
    Update of(AnalyzedMention said, Case one) {
        return heard(new Place(one.department(), Work.cohort(one)), one.mentionId(), opened(said, one));
    }

    /** The update that it makes that a person gave to a department what had none: the routing was corrected. */
    Update given(AnalyzedMention said) {
        boolean noise = said.analysis() != null && said.analysis().noise() != null;
        Instant hour = Work.hour(said.mention().receivedAt());
        String pk = Keys.workPk(noise ? Counts.NOISE : Counts.UNROUTED, month(hour));
        return update(pk, hour, Map.of(Counted.CORRECTED, 1L));
    }

    /** The updates that a person's step makes; none for one that changes no count. */
    List<Update> of(CaseChange change) {
        List<Update> updates = new ArrayList<>(worked(change.before(), change.after()));
        if (change.thereBefore() != null && change.there() != null) {
            updates.addAll(worked(change.thereBefore(), change.there()));
        }
        return updates;
    }

    /** Where a count is. */
    private record Place(String who, Instant hour) {}

    private static Map<String, Long> at(Map<Place, Map<String, Long>> counts, String who, Instant hour) {
        return counts.computeIfAbsent(new Place(who, hour), place -> new LinkedHashMap<>());
    }

    /** With whom a mention is counted. */
    private static String first(Change.Write change) {
        if (!change.opened().isEmpty()) {
            return change.opened().get(0).department();
        }
        return change.decision() instanceof Decision.Noise ? Counts.NOISE : Counts.UNROUTED;
    }

    private static Map<String, Long> opened(AnalyzedMention said, Case one) {
        Map<String, Long> counted = new LinkedHashMap<>();
        counted.put(Counted.CASES, 1L);
        counted.put(Counted.PRIORITY + one.priority(), 1L);
        counted.putAll(traits(said, said.mention().source()));
        return counted;
    }

    private static Map<String, Long> traits(AnalyzedMention said, String source) {
        return Map.of(Counted.SOURCE + source, 1L, Counted.SENTIMENT + sentiment(said.analysis()), 1L);
    }

    private List<Update> worked(Case before, Case after) {
        List<Update> updates = new ArrayList<>();
        String who = after.department();
        Work.between(before, after)
                .forEach((hour, sums) -> updates.add(update(Keys.workPk(who, month(hour)), hour, sums)));
        return updates;
    }

    private Update heard(Place place, MentionId id, Map<String, Long> sums) {
        int shard = id.shard(settings.counterShards());
        return update(Keys.countsPk(place.who(), month(place.hour()), shard), place.hour(), sums);
    }

    private Update update(String pk, Instant hour, Map<String, Long> sums) {
        Map<String, String> names = new LinkedHashMap<>();
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        List<String> adds = new ArrayList<>();
        sums.forEach((name, more) -> {
            adds.add("#" + names.size() + " :" + names.size());
            values.put(":" + names.size(), Attributes.number(more));
            names.put("#" + names.size(), name);
        });
        names.put("#e", Keys.EXPIRES_AT);
        values.put(":e", Attributes.number(hour.plus(KEPT).getEpochSecond()));
        return Update.builder()
                .tableName(settings.name())
                .key(Keys.key(pk, Keys.hourSk(hour)))
                .updateExpression("ADD " + String.join(", ", adds) + " SET #e = if_not_exists(#e, :e)")
                .expressionAttributeNames(names)
                .expressionAttributeValues(values)
                .build();
    }

    private static YearMonth month(Instant hour) {
        return YearMonth.from(hour.atZone(ZoneOffset.UTC));
    }

    private static String sentiment(@Nullable Analysis analysis) {
        return analysis == null || analysis.sentiment() == null
                ? Counted.NO_SENTIMENT
                : analysis.sentiment().name();
    }
}
