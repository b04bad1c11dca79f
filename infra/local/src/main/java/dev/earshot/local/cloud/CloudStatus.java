package dev.earshot.local.cloud;

import dev.earshot.core.configuration.Source;
import dev.earshot.core.routing.Department;
import dev.earshot.local.schedule.Schedules;
import dev.earshot.local.template.QueueResource;
import dev.earshot.local.template.Template;
import dev.earshot.provider.hook.Hook;
import dev.earshot.store.Counts;
import dev.earshot.store.DepartmentTable;
import dev.earshot.store.TableSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What a running local cloud says of itself, for its page and for the command line. */
final class CloudStatus {

    private final LocalCloud cloud;
    private final Services services;
    private final CloudClients clients;
    private final List<Source> sources;
    private final Schedules schedules;
    private final Clock clock = Clock.systemUTC();

    CloudStatus(LocalCloud cloud, Services services, CloudClients clients, CloudOptions options, Schedules schedules) {
        this.cloud = cloud;
        this.services = services;
        this.clients = clients;
        this.sources = options.sources();
        this.schedules = schedules;
    }

    /**
     * Everything at one moment.
     *
     * @param issuer the address of the OpenID Connect issuer, as tokens name it
     * @param embedded whether the services are our own emulators, with a mailbox
     * @param endpoints by service: sqs, dynamodb, sns, ssm
     * @param sourcesPath under which SSM has the sources
     * @param schedules the functions that the clock invokes
     * @param today the counters of this day, UTC, by department
     */
    record Snapshot(
            URI address,
            URI issuer,
            String region,
            boolean embedded,
            Map<String, URI> endpoints,
            String sourcesPath,
            String table,
            String topicArn,
            List<RunningFunction> functions,
            List<Queue> queues,
            List<Hook> sources,
            List<Schedules.Scheduled> schedules,
            List<DepartmentToday> today) {

        /** What somebody should look at: dead letters that wait. */
        public List<Queue> alarms() {
            return queues.stream()
                    .filter(queue -> queue.deadLetters() && queue.waiting() > 0)
                    .toList();
        }
    }

    /** A function and its processes. */
    record RunningFunction(String name, List<Long> pids) {}

    /** A queue and how many messages wait in it, or are being worked on. */
    record Queue(String name, String url, boolean deadLetters, long waiting, long inFlight) {}

    /** A source and where its platform sends to. */
    record Hook(String name, String provider, String url) {}

    /** A department and its counts; {@code _unrouted} and {@code _noise} stand for what has none. */
    record DepartmentToday(String id, String name, long mentions, long cases) {}

    Snapshot now() {
        Template template = cloud.template();
        return new Snapshot(
                cloud.address(),
                cloud.issuer().url(),
                services.identity().region(),
                services.emulators().isPresent(),
                Stream.of("sqs", "dynamodb", "sns", "ssm").collect(Collectors.toMap(name -> name, services::address)),
                cloud.sourcesPath(),
                cloud.table(),
                template.topics().get(0).arn(),
                template.functions().stream()
                        .map(function -> new RunningFunction(function.name(), cloud.pids(function)))
                        .toList(),
                template.queues().stream().map(queue -> queue(queue, template)).toList(),
                sources.stream()
                        .map(source ->
                                new Hook(source.name(), source.provider(), cloud.address() + "/hooks/" + source.name()))
                        .toList(),
                schedules.all(),
                today());
    }

    /** The table as the functions use it. */
    TableSettings table() {
        return new TableSettings(
                cloud.table(), shards("EARSHOT_COUNTER_SHARDS"), shards("EARSHOT_LIST_SHARDS"), Duration.ofDays(1));
    }

    private int shards(String variable) {
        return cloud.template().functions().stream()
                .map(function -> function.environment().get(variable))
                .filter(value -> value != null)
                .findFirst()
                .map(Integer::parseInt)
                .orElse(1);
    }

    private Queue queue(QueueResource queue, Template template) {
        Map<QueueAttributeName, String> attributes = clients.sqs
                .getQueueAttributes(r -> r.queueUrl(queue.url())
                        .attributeNames(
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES,
                                QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE))
                .attributes();
        boolean dead = template.queues().stream()
                .anyMatch(other ->
                        other.deadLetterTargetArn().filter(queue.arn()::equals).isPresent());
        return new Queue(
                queue.name(),
                queue.url(),
                dead,
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES),
                number(attributes, QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE));
    }

    private static long number(Map<QueueAttributeName, String> attributes, QueueAttributeName name) {
        return Long.parseLong(attributes.getOrDefault(name, "0"));
    }

    private List<DepartmentToday> today() {
        Counts counts = new Counts(clients.dynamoDb, table());
        LocalDate day = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        List<DepartmentToday> today = new ArrayList<>();
        for (Department department : new DepartmentTable(clients.dynamoDb, cloud.table()).all()) {
            today.add(counted(counts, department.id(), department.name(), day));
        }
        today.add(counted(counts, Counts.UNROUTED, "Unrouted (mentions that no rule gives to anybody)", day));
        today.add(counted(counts, Counts.NOISE, "Noise (mentions kept, but given to nobody)", day));
        return today;
    }

    private static DepartmentToday counted(Counts counts, String id, String name, LocalDate day) {
        Map<String, Long> sums = counts.of(id, day);
        return new DepartmentToday(id, name, sums.getOrDefault("mentions", 0L), sums.getOrDefault("cases", 0L));
    }
}
