package dev.earshot.inbox;

import dev.earshot.core.audit.AuditLog;
import dev.earshot.core.audit.Auditor;
import dev.earshot.core.erasure.AuthorRecords;
import dev.earshot.inbox.audit.AuditReading;
import dev.earshot.inbox.authors.AccessReports;
import dev.earshot.store.DynamoAuditLog;
import dev.earshot.store.DynamoAuthorRecords;
import dev.earshot.store.DynamoErasureLedger;
import dev.earshot.store.TableSettings;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** How the parts are put together that tell what is kept: of changes and of authors. */
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
}
