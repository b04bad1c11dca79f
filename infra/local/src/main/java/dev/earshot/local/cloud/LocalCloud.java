package dev.earshot.local.cloud;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.core.configuration.Source;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.Emulators;
import dev.earshot.emulators.http.Loopback;
import dev.earshot.local.http.GatewaySettings;
import dev.earshot.local.http.HttpGateway;
import dev.earshot.local.lambda.FunctionLine;
import dev.earshot.local.schedule.Schedules;
import dev.earshot.local.signin.LocalIssuer;
import dev.earshot.local.sqs.SqsSourceListener;
import dev.earshot.local.stack.StackCreator;
import dev.earshot.local.stack.StackRemover;
import dev.earshot.local.template.EventSource;
import dev.earshot.local.template.FunctionResource;
import dev.earshot.local.template.LocalEnvironment;
import dev.earshot.local.template.Template;
import dev.earshot.local.template.TemplateReader;
import dev.earshot.local.trace.TraceLog;
import dev.earshot.local.trace.Tracer;
import dev.earshot.store.DepartmentTable;
import dev.earshot.store.DynamoMentionStore;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole pipeline on this machine: the template's resources in emulators, or at an endpoint that speaks as AWS does, its packaged functions as processes, its
 * queues polled, its HTTP API answering. Nothing is stored beyond its life.
 */
public final class LocalCloud implements AutoCloseable {

    private static final String ENVIRONMENT_TABLE = "EARSHOT_TABLE";
    private static final String ENVIRONMENT_SOURCES = "EARSHOT_SOURCES_PATH";

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final int port;
    private final Services services;
    private final Template template;
    private final Functions functions;
    private final LocalIssuer issuer;

    private LocalCloud(CloudOptions options) throws IOException {
        try {
            Consumer<String> progress = options.progress();
            port = options.port() == 0 ? Loopback.freePort() : options.port();
            issuer = opened(LocalIssuer.open(address(), Clock.systemUTC()));
            progress.accept(options.endpoint()
                    .map(endpoint -> "Using SQS, DynamoDB, SNS and SSM at " + endpoint)
                    .orElse("Starting SQS, DynamoDB, SNS and SSM"));
            TraceLog log = new TraceLog(Clock.systemUTC());
            services = opened(Services.start(options.endpoint(), log::delivered));
            template = TemplateReader.read(
                    options.template(),
                    CloudParameters.of(options, services.stackName(), address(), issuer.url()),
                    environment());
            requireArtifacts(template);
            CloudClients clients = opened(new CloudClients(services));
            progress.accept("Creating what template.yaml describes");
            if (options.endpoint().isPresent()) {
                StackRemover remover = new StackRemover(clients.sqs, clients.dynamoDb, clients.sns);
                opened(() -> remover.remove(template));
            }
            new StackCreator(clients.sqs, clients.dynamoDb, clients.sns).create(template);
            putSources(options.sources());
            DepartmentTable departments = new DepartmentTable(clients.dynamoDb, table());
            departments.seed(options.departments());
            issuer.serve(departments::all);
            progress.accept("Starting " + template.functions().size() + " functions");
            Path work = workFolder();
            opened(() -> delete(work));
            functions = opened(Functions.start(template, services, work, options.alsoTelling(log::line)));
            functions.startEventSources(clients.sqs, listener(options.output()));
            Schedules schedules = opened(new Schedules(services.identity(), Clock.systemUTC()));
            functions.follow(schedules, options.output());
            CloudStatus status = new CloudStatus(this, services, clients, options, schedules);
            opened(HttpGateway.start(
                    GatewaySettings.on(port, services.identity().accountId()),
                    functions.routes(),
                    new LocalPages(
                            status,
                            services.emulators().map(Emulators::mailbox),
                            new CaseLookup(clients.dynamoDb, status.table()),
                            new TokenCalls(issuer),
                            new ScheduleCalls(schedules),
                            functions::restQueues,
                            new Tracer(
                                    log,
                                    new DynamoMentionStore(clients.dynamoDb, status.table()),
                                    clients.sns,
                                    template.topics().get(0).arn()))));
            sayWhatDoesNotRun(progress);
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Starts everything and returns when it is ready.
     *
     * @throws BindException when the port is taken
     * @throws EndpointException when an endpoint is given that does not answer
     * @throws CloudException when a function or resource cannot be started
     */
    public static LocalCloud start(CloudOptions options) throws IOException {
        if (options.port() != 0) {
            requireFree(options.port());
        }
        return new LocalCloud(options);
    }

    /** The address of the HTTP API and the page. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /**
     * The emulators that stand in for AWS.
     *
     * @throws java.util.NoSuchElementException when an endpoint stands in for it
     */
    public Emulators emulators() {
        return services.emulators().orElseThrow();
    }

    /** Who signs people in. */
    public LocalIssuer issuer() {
        return issuer;
    }

    /** What runs. */
    public Template template() {
        return template;
    }

    /** The process ids of a function, for tests that kill them. */
    public List<Long> pids(FunctionResource function) {
        return functions.pids(function);
    }

    /** The name of the table that the functions are given. */
    public String table() {
        return environment(ENVIRONMENT_TABLE);
    }

    /** Where SSM has the sources. */
    String sourcesPath() {
        return environment(ENVIRONMENT_SOURCES);
    }

    /** One machine writes no counter from two places at once, and its page reads every shard every other second. */
    private LocalEnvironment environment() {
        AwsIdentity identity = services.identity();
        return new LocalEnvironment(
                services.stackName(),
                identity.region(),
                identity.accountId(),
                "aws",
                services.address("sqs"),
                address());
    }

    private String environment(String name) {
        return template.functions().stream()
                .map(function -> function.environment().get(name))
                .filter(value -> value != null)
                .findFirst()
                .orElseThrow(() -> new CloudException("template.yaml gives no function " + name));
    }

    private void putSources(List<Source> sources) {
        for (Source source : sources) {
            try {
                String json = EarshotJson.mapper().writeValueAsString(source);
                services.putSecret(sourcesPath() + "/" + source.name(), json);
            } catch (JsonProcessingException e) {
                throw new CloudException("source " + source.name() + " cannot be written as JSON", e);
            }
        }
    }

    private static void requireArtifacts(Template template) {
        for (FunctionResource function : template.functions()) {
            if (!Files.isRegularFile(function.codeUri())) {
                throw new CloudException(function.at() + ": " + function.codeUri()
                        + " is not there; `mvn package` builds it, as ./earshot up does by itself");
            }
        }
    }

    private void sayWhatDoesNotRun(Consumer<String> progress) {
        for (FunctionResource function : template.functions()) {
            for (EventSource event : function.events()) {
                if (event instanceof EventSource.Schedule schedule
                        && schedule.expression().startsWith("cron")) {
                    progress.accept(schedule.at() + ": of schedules only rates run locally; run it by hand");
                }
            }
        }
    }

    private Path workFolder() throws IOException {
        return Files.createTempDirectory("earshot-");
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static SqsSourceListener listener(Consumer<FunctionLine> output) {
        return new SqsSourceListener() {
            @Override
            public void outage(String queueArn, RuntimeException cause) {
                output.accept(new FunctionLine("event source", name(queueArn) + " does not answer: " + cause));
            }

            @Override
            public void notDone(String queueArn, int failed, int received, String reason) {
                output.accept(new FunctionLine(
                        "event source",
                        failed + " of " + received + " messages of " + name(queueArn) + " come again: " + reason));
            }

            private String name(String queueArn) {
                return queueArn.substring(queueArn.lastIndexOf(':') + 1);
            }
        };
    }

    private static void requireFree(int port) throws IOException {
        new ServerSocket(port, 1, InetAddress.getByAddress(LOOPBACK)).close();
    }

    private <T extends AutoCloseable> T opened(T part) {
        parts.push(part);
        return part;
    }

    /** Ends everything, last started first; no process is left. */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) { // AutoCloseable declares no narrower one; the other parts must still end.
                System.err.println("while stopping: " + e);
            }
        }
    }
}
