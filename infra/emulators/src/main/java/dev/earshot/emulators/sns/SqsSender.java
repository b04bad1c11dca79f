package dev.earshot.emulators.sns;

import dev.earshot.emulators.AwsIdentity;
import dev.earshot.emulators.Sdk;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SqsException;

/** Sends to queues by their ARN. */
final class SqsSender implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final int SERVER_ERROR = 500;

    private final @Nullable URI endpoint;
    private final AwsIdentity identity;
    private @Nullable SqsClient client;

    SqsSender(@Nullable URI endpoint, AwsIdentity identity) {
        this.endpoint = endpoint;
        this.identity = identity;
    }

    Attempt.Outcome send(String queueArn, String body, Map<String, MessageAttribute> attributes) {
        if (endpoint == null) {
            return Attempt.Outcome.refused("no SQS endpoint");
        }
        try {
            client(endpoint).sendMessage(r -> r.queueUrl(url(endpoint, queueArn))
                    .messageBody(body)
                    .messageAttributes(convert(attributes)));
            return Attempt.Outcome.delivered();
        } catch (SqsException e) {
            String detail = "SQS " + e.statusCode();
            return e.statusCode() < SERVER_ERROR ? Attempt.Outcome.refused(detail) : Attempt.Outcome.failed(detail);
        } catch (SdkClientException e) {
            return Attempt.Outcome.failed("SQS cannot be reached");
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    /** {@code arn:aws:sqs:region:account:name} lives at {@code endpoint/account/name}. */
    private static String url(URI endpoint, String queueArn) {
        int name = queueArn.lastIndexOf(':');
        int account = queueArn.lastIndexOf(':', name - 1);
        return endpoint + "/" + queueArn.substring(account + 1, name) + "/" + queueArn.substring(name + 1);
    }

    private static Map<String, MessageAttributeValue> convert(Map<String, MessageAttribute> attributes) {
        Map<String, MessageAttributeValue> converted = new LinkedHashMap<>();
        attributes.forEach((name, attribute) -> {
            MessageAttributeValue.Builder value =
                    MessageAttributeValue.builder().dataType(attribute.type());
            converted.put(
                    name,
                    attribute.isBinary()
                            ? value.binaryValue(SdkBytes.fromByteArray(attribute.bytes()))
                                    .build()
                            : value.stringValue(attribute.value()).build());
        });
        return converted;
    }

    /** Made on first use: most topics have no queue, and the SDK takes its time. */
    private synchronized SqsClient client(URI at) {
        if (client == null) {
            client =
                    Sdk.client(SqsClient.builder().overrideConfiguration(o -> o.apiCallTimeout(TIMEOUT)), at, identity);
        }
        return client;
    }
}
