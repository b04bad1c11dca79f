package dev.earshot.analyze;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.earshot.core.learning.Corrected;
import dev.earshot.edge.QueueConsumer;
import jakarta.inject.Named;

/** The entry of the function learn: batches of the lessons queue. */
@Named("learn")
public class LearnHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final QueueConsumer<Corrected> lessons;

    public LearnHandler(QueueConsumer<Corrected> lessons) {
        this.lessons = lessons;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return lessons.consume(event);
    }
}
