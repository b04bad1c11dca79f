package dev.earshot.inbox.signin;

import dev.earshot.inbox.problem.ErrorAnswer;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import java.util.Map;
import java.util.Set;

/** OpenID Connect as Quarkus does it, with answers of our own for those who are not let in. */
@Alternative
@Priority(1)
@ApplicationScoped
public class SignInMechanism implements HttpAuthenticationMechanism {

    private static final int SCRIPT_MUST_ACT = 499;

    private final OidcAuthenticationMechanism oidc;

    public SignInMechanism(OidcAuthenticationMechanism oidc) {
        this.oidc = oidc;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext context, IdentityProviderManager identities) {
        return oidc.authenticate(context, identities)
                .onFailure(IssuerOutage::behind)
                .transform(AuthenticationFailedException::new);
    }

    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext context) {
        return oidc.getChallenge(context);
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext context) {
        return challenge(context).map(challenge -> {
            context.response().setStatusCode(challenge.status());
            challenge.headers().forEach(context.response()::putHeader);
            var unused = context.response().end(challenge.body());
            return true;
        });
    }

    /** What the caller of this request is answered, who has not proven who they are. */
    Uni<Challenge> challenge(RoutingContext context) {
        String path = context.request().path();
        if (ErrorAnswer.isApi(path)) {
            boolean hadToken = context.request().getHeader("Authorization") != null;
            return Uni.createFrom().item(Challenge.bearer(path, hadToken));
        }
        return oidc.getChallenge(context)
                .map(data -> page(path, data))
                .onFailure(IssuerOutage::behind)
                .recoverWithItem(() -> Challenge.outage(path));
    }

    private static Challenge page(String path, ChallengeData data) {
        String location = data.getHeaders().entrySet().stream()
                .filter(header -> header.getKey().toString().equalsIgnoreCase("Location"))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse("");
        if (!location.isEmpty()) {
            return Challenge.redirect(location);
        }
        return data.status == SCRIPT_MUST_ACT ? Challenge.reload(path) : Challenge.incomplete(path);
    }

    @Override
    public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
        return oidc.getCredentialTypes();
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext context) {
        return oidc.getCredentialTransport(context);
    }
}
