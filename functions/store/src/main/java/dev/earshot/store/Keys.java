package dev.earshot.store;

import dev.earshot.core.casework.CaseId;
import dev.earshot.core.casework.CaseStatus;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.AuthorKey;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.core.mention.WebAddress;
import dev.earshot.core.subscription.Address;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** How the table's keys are spelled; the one place that knows. */
final class Keys {

    static final String PK = "pk";
    static final String SK = "sk";
    static final String INDEX_PK = "gsi1pk";
    static final String INDEX_SK = "gsi1sk";
    static final String AUTHORS_PK = "gsi2pk";
    static final String AUTHORS_SK = "gsi2sk";
    static final String EXPIRES_AT = "expiresAt";
    static final String MENTION = "MENTION";
    static final String EMBEDDING = "EMBEDDING";
    static final String REPORTER = "REPORTER#";
    static final String CASE = "CASE#";
    static final String UNROUTED = "UNROUTED";
    static final String NOISE = "NOISE";
    static final String CONFIG = "CONFIG";
    static final String DEPARTMENT = "DEPARTMENT#";
    static final String SUBSCRIPTION = "SUBSCRIPTION";
    static final String LESSONS = "LESSONS";
    static final String WEIGHTS = "WEIGHTS";
    static final String EARS = "EARS";

    /** The index that lists are read from. */
    static final String INDEX = "gsi1";

    /** The index that an author's mentions are found by. */
    static final String AUTHORS = "gsi2";

    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final String MENTION_PK = "M#";
    private static final String AUTHOR = "AUTHOR#";

    private Keys() {}

    static String mentionPk(MentionId id) {
        return MENTION_PK + id;
    }

    /** Which mention an item belongs to, by its partition key. */
    static MentionId mention(Map<String, AttributeValue> item) {
        return new MentionId(Attributes.get(item, PK).s().substring(MENTION_PK.length()));
    }

    static Map<String, AttributeValue> caseKey(CaseId id) {
        return key(mentionPk(id.mention()), CASE + id.department());
    }

    static Map<String, AttributeValue> lessonKey(String department, MentionId mention) {
        return key(LESSONS, department + "#" + mention);
    }

    static Map<String, AttributeValue> key(String pk, String sk) {
        Map<String, AttributeValue> key = new LinkedHashMap<>();
        key.put(PK, Attributes.text(pk));
        key.put(SK, Attributes.text(sk));
        return key;
    }

    static String casesPk(String department, CaseStatus status, int shard) {
        return "CASES#" + department + "#" + status + "#" + shard;
    }

    /** A place in a list of cases; no two cases of any lists have the same. */
    static String casesSk(Instant openedAt, CaseId id) {
        return EarshotJson.time(openedAt) + "#" + id.mention() + "#" + id.department();
    }

    static String subscriptionPk(String id) {
        return "SUBSCRIPTION#" + id;
    }

    static String subscriptionsPk(String department) {
        return "SUBSCRIPTIONS#" + department;
    }

    static String addressPk(Address address) {
        return "ADDRESS#" + address.fingerprint();
    }

    static String asidePk(String why, int shard) {
        return why + "#" + shard;
    }

    static String asideSk(Mention mention) {
        return EarshotJson.time(mention.receivedAt()) + "#" + mention.id();
    }

    static String authorPk(AuthorKey author) {
        return AUTHOR + author;
    }

    /** The author of a key of the index. */
    static AuthorKey author(AttributeValue authorPk) {
        return new AuthorKey(authorPk.s().substring(AUTHOR.length()));
    }

    static String countsPk(String who, YearMonth month, int shard) {
        return "COUNT#" + who + "#" + month + "#" + shard;
    }

    /** Where people's work is counted; there is too little of it to need shards. */
    static String workPk(String who, YearMonth month) {
        return "WORK#" + who + "#" + month;
    }

    static Map<String, AttributeValue> spending(String what, LocalDate day) {
        return key("SPEND#" + what + "#" + day, "SPEND");
    }

    /** The place of an hour under such a key; places stand in the order of time. */
    static String hourSk(Instant at) {
        return HOUR.format(at);
    }

    /** The hour of a place. */
    static Instant hour(Map<String, AttributeValue> item) {
        return LocalDateTime.parse(Attributes.get(item, SK).s(), HOUR).toInstant(ZoneOffset.UTC);
    }

    static String auditPk(Instant at) {
        return auditPk(YearMonth.from(at.atZone(ZoneOffset.UTC)));
    }

    static String auditPk(YearMonth month) {
        return "AUDIT#" + month;
    }

    static String reportsPk(String subject) {
        return "REPORTS#" + subject;
    }

    /** Forms of one address have one key. */
    static Map<String, AttributeValue> reportedLink(String url) {
        return key("URL#" + MentionId.fingerprint("url\n" + WebAddress.same(url)), "URL");
    }

    static String linksPk(LocalDate day) {
        return "LINKS#" + day;
    }
}
