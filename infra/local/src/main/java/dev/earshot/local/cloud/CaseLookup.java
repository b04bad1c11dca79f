package dev.earshot.local.cloud;

import dev.earshot.core.casework.Case;
import dev.earshot.core.casework.StoredMention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.store.DynamoMentionStore;
import dev.earshot.store.TableSettings;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Finds what a notice's link points to. */
final class CaseLookup {

    private static final Pattern CASE_ID = Pattern.compile("c_([a-z2-7]{26})_([a-z][a-z0-9-]{0,31})");

    private final DynamoMentionStore store;

    CaseLookup(DynamoDbClient dynamoDb, TableSettings settings) {
        this.store = new DynamoMentionStore(dynamoDb, settings);
    }

    /** A case with its mention. */
    record Found(Case one, StoredMention stored) {}

    /** The case of an id such as {@code c_..._support}. */
    Optional<Found> find(String caseId) {
        Matcher id = CASE_ID.matcher(caseId);
        if (!id.matches()) {
            return Optional.empty();
        }
        String department = id.group(2);
        return store.find(new MentionId("m_" + id.group(1)))
                .flatMap(stored -> stored.caseOf(department).map(one -> new Found(one, stored)));
    }
}
