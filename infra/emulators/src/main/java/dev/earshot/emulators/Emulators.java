package dev.earshot.emulators;

import dev.earshot.emulators.sns.Mailbox;
import dev.earshot.emulators.sns.SnsEmulator;
import dev.earshot.emulators.sns.SnsOptions;
import dev.earshot.emulators.ssm.SsmEmulator;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** SQS, DynamoDB, SNS and SSM together: started at the same time, wired to each other, closed as one. */
public final class Emulators implements AutoCloseable {

    private final AwsIdentity identity;
    private final SqsEmulator sqs;
    private final DynamoDbEmulator dynamoDb;
    private final SnsEmulator sns;
    private final SsmEmulator ssm;

    private Emulators(
            AwsIdentity identity, SqsEmulator sqs, DynamoDbEmulator dynamoDb, SnsEmulator sns, SsmEmulator ssm) {
        this.identity = identity;
        this.sqs = sqs;
        this.dynamoDb = dynamoDb;
        this.sns = sns;
        this.ssm = ssm;
    }

    /** Starts all of them with {@link EmulatorOptions#defaults()}. */
    public static Emulators start() {
        return start(EmulatorOptions.defaults());
    }

    /**
     * Starts all of them. If one cannot start, the others are closed again.
     *
     * @throws RuntimeException if a port cannot be bound
     */
    public static Emulators start(EmulatorOptions options) {
        AwsIdentity identity = options.identity();
        CompletableFuture<SqsEmulator> sqs = begin(() -> SqsEmulator.start(options.sqsPort(), identity));
        CompletableFuture<DynamoDbEmulator> dynamoDb = begin(() -> DynamoDbEmulator.start(options.dynamoDbPort()));
        CompletableFuture<SsmEmulator> ssm =
                begin(() -> SsmEmulator.start(options.ssmPort(), options.clock(), identity));
        CompletableFuture<SnsEmulator> sns = sqs.thenApply(queues -> SnsEmulator.start(sns(options, queues)));
        try {
            CompletableFuture.allOf(sqs, dynamoDb, sns, ssm).join();
        } catch (CompletionException e) {
            RuntimeException reason = e.getCause() instanceof RuntimeException cause ? cause : e;
            List.of(sns, sqs, dynamoDb, ssm).forEach(started -> closeIfStarted(started, reason));
            throw reason;
        }
        return new Emulators(identity, sqs.join(), dynamoDb.join(), sns.join(), ssm.join());
    }

    /** Where the queues are. */
    public URI sqs() {
        return sqs.endpoint();
    }

    /** Where the tables are. */
    public URI dynamoDb() {
        return dynamoDb.endpoint();
    }

    /** Where the topics are. */
    public URI sns() {
        return sns.endpoint();
    }

    /** Where the parameters are. */
    public URI ssm() {
        return ssm.endpoint();
    }

    /** What was sent by e-mail. */
    public Mailbox mailbox() {
        return sns.mailbox();
    }

    /** The parameters themselves, to put secrets without going over HTTP. */
    public SsmEmulator ssmEmulator() {
        return ssm;
    }

    /** The topics themselves. */
    public SnsEmulator snsEmulator() {
        return sns;
    }

    /** What ARNs say. */
    public AwsIdentity identity() {
        return identity;
    }

    /** The environment by which the SDK in another process finds these instead of AWS. */
    public Map<String, String> environment() {
        return Map.of(
                "AWS_REGION", identity.region(),
                "AWS_DEFAULT_REGION", identity.region(),
                "AWS_ACCESS_KEY_ID", "local",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_SQS", sqs().toString(),
                "AWS_ENDPOINT_URL_DYNAMODB", dynamoDb().toString(),
                "AWS_ENDPOINT_URL_SNS", sns().toString(),
                "AWS_ENDPOINT_URL_SSM", ssm().toString());
    }

    /** Closes all of them; topics first, since they deliver to queues. */
    @Override
    public void close() {
        sns.close();
        ssm.close();
        CompletableFuture<Void> tables = CompletableFuture.runAsync(dynamoDb::close);
        sqs.close();
        tables.join();
    }

    private static SnsOptions sns(EmulatorOptions options, SqsEmulator queues) {
        return SnsOptions.defaults()
                .withPort(options.snsPort())
                .withIdentity(options.identity())
                .withClock(options.clock())
                .withRetryDelay(options.snsRetryDelay())
                .withWatcher(options.snsWatcher())
                .withSqsEndpoint(queues.endpoint());
    }

    /** On a thread of its own: the common pool may have only one, and these wait for the disk. */
    private static <T> CompletableFuture<T> begin(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, task -> {
            Thread thread = new Thread(task, "earshot-emulators-start");
            thread.setDaemon(true);
            thread.start();
        });
    }

    private static void closeIfStarted(CompletableFuture<? extends AutoCloseable> started, RuntimeException reason) {
        AutoCloseable emulator = started.exceptionally(failure -> null).join();
        if (emulator == null) {
            return;
        }
        try {
            emulator.close();
        } catch (Exception e) { // AutoCloseable declares no narrower one.
            reason.addSuppressed(e);
        }
    }
}
