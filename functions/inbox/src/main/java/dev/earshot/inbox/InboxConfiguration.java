package dev.earshot.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.inbox.signin.BearerRule;
import dev.earshot.inbox.signin.CallerReader;
import dev.earshot.inbox.signin.CurrentCaller;
import io.quarkus.oidc.TenantFeature;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.Validator;

/** How the function's parts are put together. */
class InboxConfiguration {

    @Singleton
    @Produces
    ObjectMapper json() {
        return EarshotJson.mapper();
    }

    /** @param identity whose request it is; stands for another one in every request */
    @Singleton
    @Produces
    CurrentCaller caller(SecurityIdentity identity, InboxConfig config) {
        CallerReader reader = new CallerReader(config.groupClaim());
        return () -> reader.read(((JsonWebToken) identity.getPrincipal()).getRawToken());
    }

    @Singleton
    @Produces
    @TenantFeature("api")
    Validator bearer(InboxConfig config) {
        BearerRule rule = new BearerRule(config.audience(), config.clientId());
        return context -> rule.refusal(context.getJwtClaims().getClaimsMap()).orElse(null);
    }
}
