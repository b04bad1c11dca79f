package dev.earshot.inbox;

import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.casework.CaseStore;
import dev.earshot.core.casework.ReportedLinks;
import dev.earshot.core.casework.Reporters;
import dev.earshot.core.erasure.AuthorRecords;
import dev.earshot.inbox.audit.AuditReading;
import dev.earshot.inbox.authors.AccessReports;
import dev.earshot.inbox.departments.DepartmentDesk;
import dev.earshot.inbox.ears.EarDesk;
import dev.earshot.inbox.mentions.KnownPosts;
import dev.earshot.inbox.mentions.OwnReports;
import dev.earshot.store.DynamoAuditLog;
import dev.earshot.store.DynamoAuthorRecords;
import dev.earshot.store.DynamoEars;
import dev.earshot.store.DynamoErasureLedger;
import dev.earshot.store.DynamoLinks;
import dev.earshot.store.DynamoReportedLinks;
import dev.earshot.store.TableSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How the parts are put together that tell what is kept: of changes, authors, reports and ears. */
class RecordConfiguration {

    @Singleton
    @Produces
    Auditor auditor(InboxConfig config) {
        return new Auditor(Duration.ofDays(config.auditDays()));
    }

    @Singleton
    @Produces
    AuditLog audit(DynamoDbClient dynamoDb, InboxConfig config) {
        return new DynamoAuditLog(dynamoDb, config.table());
    }

    @Singleton
    @Produces
    AuditReading auditReading(AuditLog audit, Clock clock) {
        return new AuditReading(audit, clock);
    }

    @Singleton
    @Produces
    AuthorRecords authorRecords(DynamoDbClient dynamoDb, TableSettings table) {
        return new DynamoAuthorRecords(dynamoDb, table);
    }

    @Singleton
    @Produces
    AccessReports accessReports(
            AuthorRecords records,
            DynamoDbClient dynamoDb,
            InboxConfig config,
            AuditLog audit,
            Auditor auditor,
            Clock clock) {
        return new AccessReports(
                records, new DynamoErasureLedger(dynamoDb, config.erasuresTable()), audit, auditor, clock);
    }

    @Singleton
    @Produces
    ReportedLinks links(DynamoDbClient dynamoDb, TableSettings table) {
        return new DynamoReportedLinks(dynamoDb, table);
    }

    @Singleton
    @Produces
    KnownPosts posts(CaseStore cases, ReportedLinks links, DepartmentDesk departments, Auditor auditor) {
        return new KnownPosts(cases, links, departments::all, auditor);
    }

    @Singleton
    @Produces
    OwnReports ownReports(Reporters reporters, CaseStore cases) {
        return new OwnReports(reporters, cases);
    }

    @Singleton
    @Produces
    EarDesk ears(
            DynamoDbClient dynamoDb, InboxConfig config, DepartmentDesk departments, Auditor auditor, Clock clock) {
        return new EarDesk(
                new DynamoEars(dynamoDb, config.table()),
                new DynamoLinks(dynamoDb, config.table()),
                departments::all,
                auditor,
                clock);
    }
}
