package dev.earshot.edge;

import java.net.URI;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A second opinion on what SQS does. */
@EnabledIfEnvironmentVariable(
        named = MotoMessageSinkTest.URL,
        matches = "http.+",
        disabledReason = "moto does not run: .ci/run starts moto_server where it is installed")
class MotoMessageSinkTest extends MessageSinkContract {

    static final String URL = "EARSHOT_MOTO_URL";

    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        sqs = Queues.client(URI.create(System.getenv(URL)));
    }

    @AfterAll
    static void stop() {
        sqs.close();
    }

    @Override
    protected SqsClient client() {
        return sqs;
    }
}
