package dev.earshot.emulators;

import dev.earshot.emulators.sns.Delivery;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * How {@link Emulators} are set up; a port of 0 is a free one.
 *
 * @param sqsPort the queues' port
 * @param dynamoDbPort the tables' port
 * @param snsPort the topics' port
 * @param ssmPort the parameters' port
 * @param identity what all ARNs say
 * @param clock stamps messages, mails, tokens and parameters
 * @param snsRetryDelay between two tries of one delivery
 * @param snsWatcher hears of every try to deliver, on the delivering thread
 */
public record EmulatorOptions(
        int sqsPort,
        int dynamoDbPort,
        int snsPort,
        int ssmPort,
        AwsIdentity identity,
        Clock clock,
        Duration snsRetryDelay,
        Consumer<Delivery> snsWatcher) {

    /** Free ports, the system's clock, SNS's own 20 seconds between tries, nobody watching. */
    public static EmulatorOptions defaults() {
        return new EmulatorOptions(
                0, 0, 0, 0, AwsIdentity.LOCAL, Clock.systemUTC(), Duration.ofSeconds(20), delivery -> {});
    }

    /** These with other ports. */
    public EmulatorOptions withPorts(int sqs, int dynamoDb, int sns, int ssm) {
        return new EmulatorOptions(sqs, dynamoDb, sns, ssm, identity, clock, snsRetryDelay, snsWatcher);
    }

    /** These with another clock. */
    public EmulatorOptions withClock(Clock changed) {
        return new EmulatorOptions(
                sqsPort, dynamoDbPort, snsPort, ssmPort, identity, changed, snsRetryDelay, snsWatcher);
    }

    /** These with another delay between tries. */
    public EmulatorOptions withSnsRetryDelay(Duration changed) {
        return new EmulatorOptions(sqsPort, dynamoDbPort, snsPort, ssmPort, identity, clock, changed, snsWatcher);
    }

    /** These with somebody watching. */
    public EmulatorOptions withSnsWatcher(Consumer<Delivery> changed) {
        return new EmulatorOptions(sqsPort, dynamoDbPort, snsPort, ssmPort, identity, clock, snsRetryDelay, changed);
    }
}
