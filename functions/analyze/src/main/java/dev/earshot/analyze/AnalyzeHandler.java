package dev.earshot.analyze;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.earshot.core.mention.Mention;
import dev.earshot.edge.QueueConsumer;
import jakarta.inject.Named;

/** The entry of the function: batches of the mentions queue. */
@Named("analyze")
public class AnalyzeHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final QueueConsumer<Mention> mentions;

    public AnalyzeHandler(QueueConsumer<Mention> mentions) {
        this.mentions = mentions;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return mentions.consume(event);
    }
}
