package dev.earshot.ingest;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.earshot.core.mention.MentionId;
import dev.earshot.edge.Hop;
import dev.earshot.edge.Metrics;
import dev.earshot.ingest.hook.HttpForm;
import dev.earshot.provider.hook.Hook;
import dev.earshot.provider.hook.HookAnswer;
import jakarta.inject.Named;
import org.jboss.logging.Logger;

/** The entry of the function: {@code /hooks/{source}} and {@code /hooks/{source}/{secret}} of the HTTP API. */
@Named("ingest")
public class IngestHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Logger LOG = Logger.getLogger(IngestHandler.class);

    private final Ingest ingest;
    private final Metrics metrics;

    public IngestHandler(Ingest ingest, Metrics metrics) {
        this.ingest = ingest;
        this.metrics = metrics;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        Hook hook = HttpForm.decode(event);
        HookAnswer answer = ingest.receive(hook);
        report(hook, answer);
        return HttpForm.encode(answer);
    }

    private void report(Hook hook, HookAnswer answer) {
        if (answer instanceof HookAnswer.Accepted accepted) {
            for (MentionId id : accepted.mentions()) {
                Hop.ACKNOWLEDGED.logFor(id.value(), "to " + hook.source());
            }
            metrics.count("Accepted", accepted.mentions().size());
            metrics.count("Ignored", accepted.ignored());
            metrics.count("Malformed", accepted.errors().isEmpty() ? 0 : 1);
        } else {
            String outcome = answer.getClass().getSimpleName();
            boolean named = !(answer instanceof HookAnswer.UnknownSource);
            LOG.infof("answered %s to %s", outcome, named ? hook.source() : "an unknown source");
            metrics.count(outcome, 1);
        }
        metrics.flush();
    }
}
