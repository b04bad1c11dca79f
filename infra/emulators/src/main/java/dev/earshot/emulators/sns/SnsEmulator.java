package dev.earshot.emulators.sns;

import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.UUID;

/**
 * SNS on this machine: AWS's Query protocol, the subscription handshake, filter policies, signed deliveries to web
 * endpoints and queues, and e-mail into a {@link Mailbox}. Credentials are not checked.
 */
public final class SnsEmulator implements AutoCloseable {

    private final LoopbackServer server;
    private final Deliveries deliveries;
    private final SqsSender sqs;
    private final Mailbox mailbox;

    private SnsEmulator(LoopbackServer server, Deliveries deliveries, SqsSender sqs, Mailbox mailbox) {
        this.server = server;
        this.deliveries = deliveries;
        this.sqs = sqs;
        this.mailbox = mailbox;
    }

    /** Starts with {@link SnsOptions#defaults()}. */
    public static SnsEmulator start() {
        return start(SnsOptions.defaults());
    }

    /**
     * Starts without topics.
     *
     * @throws UncheckedIOException if the port cannot be bound
     */
    public static SnsEmulator start(SnsOptions options) {
        LoopbackServer server = bind(options.port());
        Deliveries deliveries = new Deliveries(options.retryDelay(), options.watcher());
        SqsSender sqs = new SqsSender(options.sqsEndpoint(), options.identity());
        Mailbox mailbox = new Mailbox(options.clock());
        server.serve(handler(options, server.uri(), deliveries, sqs, mailbox));
        return new SnsEmulator(server, deliveries, sqs, mailbox);
    }

    /** The base address, such as {@code http://127.0.0.1:4575}. */
    public URI endpoint() {
        return server.uri();
    }

    /** What was sent by e-mail. */
    public Mailbox mailbox() {
        return mailbox;
    }

    /** Stops at once; deliveries still under way are lost. */
    @Override
    public void close() {
        server.close();
        deliveries.close();
        sqs.close();
    }

    private static LoopbackServer bind(int port) {
        try {
            return LoopbackServer.bind(port, "earshot-sns");
        } catch (IOException e) {
            throw new UncheckedIOException("SNS emulator cannot listen on port " + port, e);
        }
    }

    private static SnsHandler handler(
            SnsOptions options, URI uri, Deliveries deliveries, SqsSender sqs, Mailbox mailbox) {
        String certificatePath =
                "/SimpleNotificationService-" + UUID.randomUUID().toString().replace("-", "") + ".pem";
        KeyOnDemand key = new KeyOnDemand();
        Links links = new Links(uri, certificatePath);
        Envelope envelope = new Envelope(key, links);
        Subscriptions subscriptions = new Subscriptions(options.clock());
        Topics topics = new Topics(options.identity());
        Courier courier = new Courier(
                subscriptions,
                deliveries,
                envelope,
                new HttpSender(),
                sqs,
                new MailSender(mailbox, links, envelope),
                options.clock());
        String owner = options.identity().accountId();
        return new SnsHandler(
                new TopicActions(topics, subscriptions, owner),
                new SubscriptionActions(topics, subscriptions, courier, owner),
                new PublishActions(topics, new PublishReader(options.clock()), courier),
                key,
                certificatePath);
    }
}
