package dev.earshot.erase;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.earshot.core.erasure.Erasure;
import dev.earshot.edge.QueueConsumer;
import jakarta.inject.Named;

/** The entry of the function: batches of the erasures queue. */
@Named("erase")
public class EraseHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final QueueConsumer<Erasure> erasures;

    public EraseHandler(QueueConsumer<Erasure> erasures) {
        this.erasures = erasures;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return erasures.consume(event);
    }
}
