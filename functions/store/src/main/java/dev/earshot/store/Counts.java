package dev.earshot.store;

import dev.earshot.core.metrics.Counted;
import dev.earshot.core.metrics.HourlyCounts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Reads the counters. */
public final class Counts implements HourlyCounts {

    /** Whose counters hold the mentions that concern nobody, for a reason. */
    public static final String NOISE = Counted.NOISE;

    /** Whose counters hold the mentions that nothing speaks for. */
    public static final String UNROUTED = Counted.UNROUTED;

    private final FewAtOnce fewAtOnce = new FewAtOnce();
    private final DynamoDbClient dynamoDb;
    private final TableSettings settings;

    public Counts(DynamoDbClient dynamoDb, TableSettings settings) {
        this.dynamoDb = dynamoDb;
        this.settings = settings;
    }

    /**
     * The sums of what was heard on one day (UTC), by name: {@code mentions}, {@code cases}, {@code priority:HIGH},
     * {@code source:our-forum}, {@code sentiment:none} and the like; nothing of people's work. One query per shard.
     *
     * @param who a department id, {@link #NOISE} or {@link #UNROUTED}
     */
    public Map<String, Long> of(String who, LocalDate day) {
        Instant from = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        Instant to = day.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        Map<String, Long> sums = new TreeMap<>();
        heard(who, YearMonth.from(day))
                .flatMap(part -> hours(part, from, to).stream())
                .forEach(hour -> hour.counted().sums().forEach((name, sum) -> sums.merge(name, sum, Long::sum)));
        return sums;
    }

    @Override
    public List<Hour> read(Collection<String> who, Instant from, Instant to) {
        List<Part> parts = new ArrayList<>();
        for (String one : who) {
            months(from, to).forEach(month -> {
                heard(one, month).forEach(parts::add);
                parts.add(new Part(one, Keys.workPk(one, month)));
            });
        }
        Queue<Hour> hours = new ConcurrentLinkedQueue<>();
        fewAtOnce.each(parts, part -> hours.addAll(hours(part, from, to)));
        return List.copyOf(hours);
    }

    @Override
    public long queries(int who, Instant from, Instant to) {
        return who * months(from, to).count() * (settings.counterShards() + 1L);
    }

    /** What lies under one key. */
    private record Part(String who, String pk) {}

    private Stream<Part> heard(String who, YearMonth month) {
        return IntStream.range(0, settings.counterShards())
                .mapToObj(shard -> new Part(who, Keys.countsPk(who, month, shard)));
    }

    private static Stream<YearMonth> months(Instant from, Instant to) {
        YearMonth last = YearMonth.from(to.minusNanos(1).atZone(ZoneOffset.UTC));
        return Stream.iterate(
                YearMonth.from(from.atZone(ZoneOffset.UTC)),
                month -> !month.isAfter(last),
                month -> month.plusMonths(1));
    }

    private List<Hour> hours(Part part, Instant from, Instant to) {
        List<Hour> hours = new ArrayList<>();
        dynamoDb.queryPaginator(q -> q.tableName(settings.name())
                        .keyConditionExpression("pk = :pk AND sk BETWEEN :from AND :to")
                        .expressionAttributeValues(Map.of(
                                ":pk", Attributes.text(part.pk()),
                                ":from", Attributes.text(Keys.hourSk(from)),
                                ":to", Attributes.text(Keys.hourSk(to.minusNanos(1))))))
                .items()
                .forEach(item -> hours.add(new Hour(part.who(), Keys.hour(item), new Counted(sums(item)))));
        return hours;
    }

    private static Map<String, Long> sums(Map<String, AttributeValue> item) {
        Map<String, Long> sums = new TreeMap<>();
        item.forEach((name, value) -> {
            if (value.n() != null && !name.equals(Keys.EXPIRES_AT)) {
                sums.put(name, Long.parseLong(value.n()));
            }
        });
        return sums;
    }
}
