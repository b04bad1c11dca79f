package dev.earshot.emulators;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.earshot.emulators.http.Loopback;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.pekko.actor.ActorSystem;
import org.elasticmq.NodeAddress;
import org.elasticmq.StrictSQSLimits$;
import org.elasticmq.rest.sqs.SQSRestServer;
import org.elasticmq.rest.sqs.SQSRestServerBuilder;
import scala.concurrent.Await;
import scala.concurrent.duration.Duration;

/** SQS on this machine: ElasticMQ in this process, with the limits of the real one. */
public final class SqsEmulator implements AutoCloseable {

    private static final int MOST_SECONDS_TO_STOP = 3;

    private final ActorSystem actors;
    private final URI endpoint;

    private SqsEmulator(ActorSystem actors, URI endpoint) {
        this.actors = actors;
        this.endpoint = endpoint;
    }

    /** Starts on a free port as {@link AwsIdentity#LOCAL}. */
    public static SqsEmulator start() {
        return start(0, AwsIdentity.LOCAL);
    }

    /**
     * Starts on the given port.
     *
     * @param port 0 for a free one
     * @throws IllegalStateException if the port cannot be bound
     */
    public static SqsEmulator start(int port, AwsIdentity identity) {
        Quiet.please();
        int bound = port == 0 ? Loopback.freePort() : port;
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        ClassLoader classes = new WithoutManifests(SqsEmulator.class.getClassLoader());
        // ElasticMQ loads the configuration once more by this one: what was parsed is kept for the last loader only.
        thread.setContextClassLoader(classes);
        try {
            return start(bound, identity, ActorSystem.create("earshot-sqs", silent(classes), classes));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static SqsEmulator start(int port, AwsIdentity identity, ActorSystem actors) {
        try {
            SQSRestServer server = SQSRestServerBuilder.withActorSystem(actors)
                    .withInterface(Loopback.HOST)
                    .withPort(port)
                    // Queue URLs are made from this address; "localhost" would not be what callers were given.
                    .withServerAddress(new NodeAddress("http", Loopback.HOST, port, ""))
                    .withSQSLimits(StrictSQSLimits$.MODULE$)
                    .withAWSRegion(identity.region())
                    .withAWSAccountId(identity.accountId())
                    .start();
            InetSocketAddress address = server.waitUntilStarted().localAddress();
            return new SqsEmulator(actors, Loopback.uri(address.getPort()));
        } catch (RuntimeException e) {
            actors.terminate();
            throw new IllegalStateException("SQS emulator cannot listen on port " + port, e);
        }
    }

    /** The base address, such as {@code http://127.0.0.1:9324}. */
    public URI endpoint() {
        return endpoint;
    }

    /**
     * Stops at once: the sockets go with the actors. ElasticMQ's own way would first wait up to a minute for each long
     * poll that is open. What has not ended by then runs on daemon threads and holds nobody.
     */
    @Override
    public void close() {
        actors.terminate();
        try {
            Await.ready(actors.whenTerminated(), Duration.create(MOST_SECONDS_TO_STOP, TimeUnit.SECONDS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (TimeoutException e) {
            // Whoever closes it can do nothing about it.
        }
    }

    private static Config silent(ClassLoader classes) {
        return ConfigFactory.parseString("pekko { loglevel = OFF, stdout-loglevel = OFF, daemonic = on, "
                        + "log-dead-letters = off, coordinated-shutdown.run-by-jvm-shutdown-hook = off }")
                .withFallback(ConfigFactory.load(classes));
    }
}
