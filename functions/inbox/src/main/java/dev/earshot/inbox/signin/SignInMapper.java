package dev.earshot.inbox.signin;

import dev.earshot.inbox.problem.ErrorAnswer;
import dev.earshot.inbox.problem.Problem;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Answers those whose token, session or sign-in did not hold. */
public class SignInMapper {

    private static final Logger LOG = Logger.getLogger(SignInMapper.class);

    private final CurrentVertxRequest request;
    private final SignInMechanism signIn;

    public SignInMapper(CurrentVertxRequest request, SignInMechanism signIn) {
        this.request = request;
        this.signIn = signIn;
    }

    @ServerExceptionMapper
    public Uni<Response> unproven(AuthenticationFailedException e) {
        if (IssuerOutage.behind(e)) {
            LOG.warn("the issuer does not answer");
            return Uni.createFrom().item(response(Challenge.outage(path())));
        }
        return signIn.challenge(request.getCurrent()).map(SignInMapper::response);
    }

    @ServerExceptionMapper
    public Response incomplete(AuthenticationCompletionException e) {
        boolean outage = IssuerOutage.behind(e);
        LOG.warn(outage ? "the issuer does not answer" : "a sign-in was not completed");
        return response(outage ? Challenge.outage(path()) : Challenge.incomplete(path()));
    }

    @ServerExceptionMapper
    public Response unusable(UnusableTokenException e) {
        ErrorAnswer answer = ErrorAnswer.of(path(), Problem.of(403, String.valueOf(e.getMessage())));
        return Response.status(answer.status())
                .type(answer.type())
                .entity(answer.body())
                .build();
    }

    private String path() {
        return request.getCurrent().request().path();
    }

    private static Response response(Challenge challenge) {
        Response.ResponseBuilder response = Response.status(challenge.status());
        challenge.headers().forEach(response::header);
        return challenge.body().isEmpty()
                ? response.build()
                : response.entity(challenge.body()).build();
    }
}
