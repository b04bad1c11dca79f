package dev.earshot.store;

import dev.earshot.emulators.DynamoDbEmulator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** All contracts of the table against DynamoDB Local. */
class DynamoDbLocalTest {

    private static DynamoDbEmulator emulator;
    private static DynamoDbClient dynamoDb;

    @BeforeAll
    static void start() {
        emulator = DynamoDbEmulator.start();
        dynamoDb = TestTable.client(emulator.endpoint());
    }

    @AfterAll
    static void stop() {
        dynamoDb.close();
        emulator.close();
    }

    @Nested
    class MentionStoreTest extends MentionStoreContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class MentionListsTest extends MentionListsContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class CountsTest extends CountsContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class WorkCountsTest extends WorkCountsContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class DepartmentsTest extends DepartmentsContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class SubscriptionTableTest extends SubscriptionTableContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class CaseStoreTest extends CaseStoreContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class CasePagesTest extends CasePagesContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class ErasureStoreTest extends ErasureStoreContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class ErasureLedgerTest extends ErasureLedgerContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class DailySpendingTest extends DailySpendingContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class ReportersTest extends ReportersContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class SourceHealthTest extends SourceHealthContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class PolledSourcesTest extends PolledSourcesContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class AuditLogTest extends AuditLogContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class AuthorRecordsTest extends AuthorRecordsContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }

    @Nested
    class EarsTest extends EarsContract {
        @Override
        protected DynamoDbClient client() {
            return dynamoDb;
        }
    }
}
