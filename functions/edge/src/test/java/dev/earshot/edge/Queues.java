package dev.earshot.edge;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.SqsClientBuilder;
import software.amazon.awssdk.services.sqs.model.Message;

/** Real queues for tests. */
final class Queues {

    /** Port 9 is for discarding, and closed: whoever calls is refused at once. */
    static final URI NOBODY = URI.create("http://127.0.0.1:9");

    /** More than SQS takes in one message, since 2025 as before: its limit grew from 256 KB to 1 MB. */
    static final String TOO_LARGE = "x".repeat(1024 * 1024 + 1);

    private Queues() {}

    static SqsClient client(URI endpoint) {
        return builder(endpoint).httpClient(UrlConnectionHttpClient.create()).build();
    }

    static SqsClientBuilder builder(URI endpoint) {
        return SqsClient.builder()
                .endpointOverride(endpoint)
                .region(Region.EU_CENTRAL_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local")));
    }

    /** A new queue's URL. */
    static String create(SqsClient sqs) {
        return sqs.createQueue(q -> q.queueName("q-" + UUID.randomUUID())).queueUrl();
    }

    /** Takes all that is in a queue now. */
    static List<Message> drain(SqsClient sqs, String url) {
        List<Message> all = new ArrayList<>();
        while (true) {
            List<Message> some = sqs.receiveMessage(r -> r.queueUrl(url)
                            .maxNumberOfMessages(10)
                            .visibilityTimeout(600)
                            .messageAttributeNames("All"))
                    .messages();
            if (some.isEmpty()) {
                return all;
            }
            all.addAll(some);
        }
    }
}
