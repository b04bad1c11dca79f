package dev.earshot.dispatch;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.edge.QueueConsumer;
import jakarta.inject.Named;

/** The entry of the function: batches of the analyzed queue. */
@Named("dispatch")
public class DispatchHandler implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final QueueConsumer<AnalyzedMention> analyzed;

    public DispatchHandler(QueueConsumer<AnalyzedMention> analyzed) {
        this.analyzed = analyzed;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        return analyzed.consume(event);
    }
}
