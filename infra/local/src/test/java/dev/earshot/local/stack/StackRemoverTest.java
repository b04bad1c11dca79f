package dev.earshot.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.earshot.emulators.Emulators;
import dev.earshot.emulators.Sdk;
import dev.earshot.emulators.http.Loopback;
import dev.earshot.local.template.LocalEnvironment;
import dev.earshot.local.template.Template;
import dev.earshot.local.template.TemplateReader;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

class StackRemoverTest {

    private static final Path FIXTURE = Path.of("src/test/resources/template/template.yaml");

    @Test
    void whatWasCreatedGoesAndWhatIsNotThereIsPassedOver() {
        try (Emulators emulators = Emulators.start();
                SqsClient sqs = Sdk.client(SqsClient.builder(), emulators.sqs());
                DynamoDbClient dynamoDb = Sdk.client(DynamoDbClient.builder(), emulators.dynamoDb());
                SnsClient sns = Sdk.client(SnsClient.builder(), emulators.sns())) {
            Template template = read(emulators.sqs());
            StackRemover remover = new StackRemover(sqs, dynamoDb, sns);
            remover.remove(template);
            new StackCreator(sqs, dynamoDb, sns).create(template);
            sqs.createQueue(q -> q.queueName("somebody-elses"));
            assertFalse(sns.listTopics().topics().isEmpty());
            remover.remove(template);
            assertEquals(
                    List.of(emulators.sqs() + "/000000000000/somebody-elses"),
                    sqs.listQueues().queueUrls());
            assertEquals(List.of(), dynamoDb.listTables().tableNames());
            assertEquals(List.of(), sns.listTopics().topics());
            assertEquals(List.of(), sns.listSubscriptions().subscriptions());
        }
    }

    @Test
    void thatNobodyAnswersIsSaid() {
        URI nobody = Loopback.uri(Loopback.freePort());
        try (SqsClient sqs = Sdk.client(SqsClient.builder(), nobody);
                DynamoDbClient dynamoDb = Sdk.client(DynamoDbClient.builder(), nobody);
                SnsClient sns = Sdk.client(SnsClient.builder(), nobody)) {
            StackRemover remover = new StackRemover(sqs, dynamoDb, sns);
            assertThrows(SdkClientException.class, () -> remover.remove(read(nobody)));
        }
    }

    private static Template read(URI sqs) {
        return TemplateReader.read(FIXTURE, Map.of(), LocalEnvironment.at(sqs, URI.create("http://127.0.0.1:8080")));
    }
}
