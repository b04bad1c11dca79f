package dev.earshot.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.edge.Priming;
import dev.earshot.inbox.problem.ErrorAnswer;
import dev.earshot.inbox.problem.FieldError;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.signin.BearerRule;
import dev.earshot.inbox.signin.CallerReader;
import dev.earshot.inbox.signin.CrossSite;
import dev.earshot.inbox.signin.CurrentCaller;
import dev.earshot.inbox.signin.IssuerAddresses;
import dev.earshot.inbox.signin.ScriptRequests;
import dev.earshot.inbox.signin.SignOut;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.JavaScriptRequestChecker;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.TenantFeature;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.annotations.RegisterForReflection;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.Validator;

/** How the function's parts are put together. */
@RegisterForReflection(targets = {Problem.class, FieldError.class})
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

    /** Nothing here injects it, so Quarkus would leave it out, and every token of the issuer would be accepted. */
    @Singleton
    @Produces
    @Unremovable
    @TenantFeature("api")
    Validator bearer(InboxConfig config) {
        BearerRule rule = new BearerRule(config.audience(), config.clientId());
        return context -> rule.refusal(context.getJwtClaims().getClaimsMap()).orElse(null);
    }

    @Singleton
    @Produces
    JavaScriptRequestChecker scripts() {
        return context -> ScriptRequests.matches(
                context.request().getHeader("HX-Request"), context.request().getHeader("Sec-Fetch-Mode"));
    }

    @Singleton
    @Produces
    CrossSite crossSite(InboxConfig config) {
        return new CrossSite(config.publicUrl());
    }

    @Singleton
    @Produces
    SignOut signOut(InboxConfig config) {
        return new SignOut(config.clientId());
    }

    /** @param tenants what Quarkus learned from the issuer, at the start or later */
    @Singleton
    @Produces
    IssuerAddresses issuer(TenantConfigBean tenants) {
        return new IssuerAddresses(
                () -> known(tenants)
                        .map(OidcConfigurationMetadata::getAuthorizationUri)
                        .orElse(null),
                () -> known(tenants)
                        .map(OidcConfigurationMetadata::getEndSessionUri)
                        .orElse(null));
    }

    /** Writes one document and one page, so that Jackson and Qute are ready; Quarkus asks the issuer by itself. */
    void prime(@Observes StartupEvent started) {
        Problem nothing = Problem.of(404, "There is nothing here.");
        Priming.with(() -> ErrorAnswer.of("/api/", nothing));
        Priming.with(() -> ErrorAnswer.of("/", nothing));
    }

    private static Optional<OidcConfigurationMetadata> known(TenantConfigBean tenants) {
        TenantConfigContext pages = tenants.getDefaultTenant();
        return pages.ready() ? Optional.ofNullable(pages.getOidcMetadata()) : Optional.empty();
    }
}
