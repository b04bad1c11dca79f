package dev.earshot.analyze;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import dev.earshot.analyze.trial.Trial;
import dev.earshot.analyze.trial.TrialAnswer;
import dev.earshot.analyze.trial.TrialForm;
import dev.earshot.core.access.SignInRule;
import dev.earshot.edge.Metrics;
import jakarta.inject.Named;
import java.util.UUID;
import org.jboss.logging.Logger;

/** The entry of the function try: {@code POST /api/try} of the HTTP API. */
@Named("try")
public class TryHandler implements RequestHandler<APIGatewayV2HTTPEvent, APIGatewayV2HTTPResponse> {

    private static final Logger LOG = Logger.getLogger(TryHandler.class);

    private final Trial trial;
    private final Metrics metrics;

    public TryHandler(Trial trial, Metrics metrics) {
        this.trial = trial;
        this.metrics = metrics;
    }

    @Override
    public APIGatewayV2HTTPResponse handleRequest(APIGatewayV2HTTPEvent event, Context context) {
        TrialAnswer answer = answer(event);
        metrics.count(answer.getClass().getSimpleName(), 1);
        metrics.flush();
        return TrialForm.encode(answer);
    }

    private TrialAnswer answer(APIGatewayV2HTTPEvent event) {
        try {
            return trial.answer(
                    TrialForm.header(event, "Authorization"),
                    TrialForm.header(event, SignInRule.HEADER),
                    TrialForm.header(event, "Content-Type"),
                    TrialForm.body(event));
        } catch (RuntimeException e) {
            String id = UUID.randomUUID().toString();
            LOG.errorf(e, "trial failed, error %s", id);
            return new TrialAnswer.Failed(id);
        }
    }
}
