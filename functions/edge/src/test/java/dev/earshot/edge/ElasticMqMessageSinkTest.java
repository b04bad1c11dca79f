package dev.earshot.edge;

import dev.earshot.emulators.SqsEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import software.amazon.awssdk.services.sqs.SqsClient;

class ElasticMqMessageSinkTest extends MessageSinkContract {

    private static SqsEmulator emulator;
    private static SqsClient sqs;

    @BeforeAll
    static void start() {
        emulator = SqsEmulator.start();
        sqs = Queues.client(emulator.endpoint());
    }

    @AfterAll
    static void stop() {
        sqs.close();
        emulator.close();
    }

    @Override
    protected SqsClient client() {
        return sqs;
    }
}
