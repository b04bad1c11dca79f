package dev.earshot.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.earshot.core.access.BearerRule;
import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.ReportedLinks;
import dev.earshot.core.casework.Reporters;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.paging.PageRequest;
import dev.earshot.core.routing.Department;
import dev.earshot.core.subscription.EndpointPolicy;
import dev.earshot.core.subscription.Subscriptions;
import dev.earshot.edge.AwsClients;
import dev.earshot.edge.Metrics;
import dev.earshot.edge.Priming;
import dev.earshot.edge.SnapshotRestore;
import dev.earshot.edge.SnsNoticePublisher;
import dev.earshot.edge.SnsTopicSubscriptions;
import dev.earshot.edge.SqsQueue;
import dev.earshot.inbox.authors.ErasureRequests;
import dev.earshot.inbox.cases.CaseNotices;
import dev.earshot.inbox.cases.CaseSearch;
import dev.earshot.inbox.cases.Casework;
import dev.earshot.inbox.cases.Giving;
import dev.earshot.inbox.cases.Lessons;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.measure.RequestMetrics;
import dev.earshot.inbox.mentions.KnownPosts;
import dev.earshot.inbox.mentions.MentionReading;
import dev.earshot.inbox.mentions.Reporting;
import dev.earshot.inbox.metrics.MetricsReading;
import dev.earshot.inbox.problem.ErrorAnswer;
import dev.earshot.inbox.problem.Problem;
import dev.earshot.inbox.signin.CallerReader;
import dev.earshot.inbox.signin.CrossSite;
import dev.earshot.inbox.signin.CurrentCaller;
import dev.earshot.inbox.signin.IssuerAddresses;
import dev.earshot.inbox.signin.ScriptRequests;
import dev.earshot.inbox.signin.SignOut;
import dev.earshot.inbox.sources.SourceReading;
import dev.earshot.inbox.trial.HttpTrials;
import dev.earshot.inbox.trial.Trials;
import dev.earshot.store.Counts;
import dev.earshot.store.DepartmentTable;
import dev.earshot.store.Departments;
import dev.earshot.store.DynamoCaseStore;
import dev.earshot.store.DynamoErasureLedger;
import dev.earshot.store.DynamoReporters;
import dev.earshot.store.DynamoSourceHealth;
import dev.earshot.store.DynamoSubscriptions;
import dev.earshot.store.RegisteredRetention;
import dev.earshot.store.TableSettings;
import io.quarkus.arc.Unremovable;
import io.quarkus.oidc.JavaScriptRequestChecker;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.TenantFeature;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.oidc.runtime.TenantConfigContext;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jose4j.jwt.consumer.Validator;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;

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
    void prime(@Observes StartupEvent started, DepartmentDesk departments, CaseStore cases) {
        Problem nothing = Problem.of(404, "There is nothing here.");
        Priming.with(() -> ErrorAnswer.of("/api/", nothing));
        Priming.with(() -> ErrorAnswer.of("/", nothing));
        Priming.with(departments::all);
        Priming.with(() -> cases.unrouted(PageRequest.first()));
    }

    private static Optional<OidcConfigurationMetadata> known(TenantConfigBean tenants) {
        TenantConfigContext pages = tenants.getDefaultTenant();
        return pages.ready() ? Optional.ofNullable(pages.getOidcMetadata()) : Optional.empty();
    }

    @Singleton
    @Produces
    Clock clock() {
        return Clock.systemUTC();
    }

    @Singleton
    @Produces
    RequestMetrics metrics(Clock clock) {
        return new RequestMetrics(new Metrics("inbox", clock, System.out::println));
    }

    @Singleton
    @Produces
    DynamoDbClient dynamoDb() {
        return AwsClients.create(DynamoDbClient.builder());
    }

    @Singleton
    @Produces
    SqsClient sqs() {
        return AwsClients.create(SqsClient.builder());
    }

    @Singleton
    @Produces
    SnsClient sns() {
        return AwsClients.create(SnsClient.builder());
    }

    @Singleton
    @Produces
    TableSettings table(DynamoDbClient dynamoDb, InboxConfig config, Clock clock) {
        return new TableSettings(
                config.table(),
                config.counterShards(),
                config.listShards(),
                Duration.ofDays(config.retentionDays()),
                new RegisteredRetention(dynamoDb, config.table(), clock));
    }

    @Singleton
    @Produces
    CaseStore cases(DynamoDbClient dynamoDb, TableSettings table) {
        return new DynamoCaseStore(dynamoDb, table);
    }

    @Singleton
    @Produces
    DepartmentDesk departments(DynamoDbClient dynamoDb, InboxConfig config, Auditor auditor, Clock clock) {
        DepartmentTable table = new DepartmentTable(dynamoDb, config.table());
        Departments departments = new Departments(table, clock);
        SnapshotRestore.afterwards(departments::forget);
        return new DepartmentDesk(departments, table, auditor, clock);
    }

    @Singleton
    @Produces
    Reporters reporters(DynamoDbClient dynamoDb, TableSettings table) {
        return new DynamoReporters(dynamoDb, table);
    }

    @Singleton
    @Produces
    Lessons lessons(SqsClient sqs, RequestMetrics metrics, InboxConfig config) {
        return new Lessons(new SqsQueue(sqs, config.lessonsQueueUrl()), metrics);
    }

    @Singleton
    @Produces
    CaseNotices notices(CaseStore cases, SnsClient sns, InboxConfig config, CurrentVertxRequest request, Clock clock) {
        return new CaseNotices(
                cases,
                new SnsNoticePublisher(sns, config.noticesTopicArn()),
                () -> config.publicUrl().orElseGet(() -> called(request)),
                clock);
    }

    @Singleton
    @Produces
    Casework casework(
            CaseStore cases,
            DepartmentDesk departments,
            CaseNotices notices,
            Lessons lessons,
            Auditor auditor,
            Clock clock) {
        return new Casework(cases, departments::all, notices, lessons, auditor, clock);
    }

    @Singleton
    @Produces
    Giving giving(
            CaseStore cases,
            DepartmentDesk departments,
            CaseNotices notices,
            Lessons lessons,
            Auditor auditor,
            Clock clock) {
        return new Giving(cases, departments::all, notices, lessons, auditor, clock);
    }

    @Singleton
    @Produces
    CaseSearch search(Casework casework, Clock clock) {
        return new CaseSearch(casework, clock);
    }

    /** Our address as it was called; the API answers to its own names alone, so nobody can have it called by another. */
    private static String called(CurrentVertxRequest request) {
        HttpServerRequest now = request.getCurrent().request();
        return now.scheme() + "://" + now.authority();
    }

    /** @param identity whose request it is; stands for another one in every request */
    @Singleton
    @Produces
    Trials trials(SecurityIdentity identity, InboxConfig config, CurrentVertxRequest request) {
        return new HttpTrials(
                () -> config.publicUrl().orElseGet(() -> called(request)),
                () -> ((JsonWebToken) identity.getPrincipal()).getRawToken());
    }

    @Singleton
    @Produces
    MentionReading mentions(CaseStore cases, Reporters reporters) {
        return new MentionReading(cases, reporters);
    }

    @Singleton
    @Produces
    SourceReading sources(DynamoDbClient dynamoDb, InboxConfig config, Clock clock) {
        return new SourceReading(new DynamoSourceHealth(dynamoDb, config.table()), clock);
    }

    @Singleton
    @Produces
    MetricsReading counts(DynamoDbClient dynamoDb, TableSettings table, DepartmentDesk departments, Clock clock) {
        return new MetricsReading(
                new Counts(dynamoDb, table),
                () -> departments.all().stream().map(Department::id).toList(),
                clock);
    }

    @Singleton
    @Produces
    Reporting reporting(
            DepartmentDesk departments,
            Reporters reporters,
            ReportedLinks links,
            KnownPosts posts,
            SqsClient sqs,
            InboxConfig config,
            Clock clock) {
        return new Reporting(
                departments::all, reporters, links, posts, new SqsQueue(sqs, config.mentionsQueueUrl()), clock);
    }

    @Singleton
    @Produces
    ErasureRequests erasures(
            DynamoDbClient dynamoDb, SqsClient sqs, InboxConfig config, AuditLog audit, Auditor auditor, Clock clock) {
        return new ErasureRequests(
                new DynamoErasureLedger(dynamoDb, config.erasuresTable()),
                new SqsQueue(sqs, config.erasuresQueueUrl()),
                audit,
                auditor,
                clock);
    }

    @Singleton
    @Produces
    Subscriptions subscriptions(
            DynamoDbClient dynamoDb,
            SnsClient sns,
            DepartmentDesk departments,
            InboxConfig config,
            Auditor auditor,
            Clock clock) {
        return new Subscriptions(
                new DynamoSubscriptions(dynamoDb, config.table()),
                new SnsTopicSubscriptions(sns, config.noticesTopicArn()),
                () -> departments.all().stream().map(Department::id).toList(),
                clock,
                EndpointPolicy.of(
                        config.allowPrivateAddresses(),
                        config.allowedEmailDomains().orElse("")),
                auditor);
    }
}
