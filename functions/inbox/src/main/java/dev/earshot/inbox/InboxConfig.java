package dev.earshot.inbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What the function is told by its environment, such as {@code EARSHOT_ISSUER}. */
@ConfigMapping(prefix = "earshot")
interface InboxConfig {

    /** The URL of the OpenID issuer, exactly as its tokens name it in {@code iss}. */
    String issuer();

    /** What bearer tokens must name in {@code aud}; empty when the issuer gives them none. */
    Optional<String> audience();

    /** The client that people sign in with; bearer tokens may name it in {@code client_id} in place of an audience. */
    String clientId();

    /** The client's secret; empty for a public client, which PKCE protects alone. */
    Optional<String> clientSecret();

    /** Where tokens name groups: a claim, or a path of claims such as {@code realm_access/roles}. */
    @WithDefault("groups")
    String groupClaim();

    /** What session cookies are encrypted with, at least 32 characters. */
    String sessionKey();

    /** The inbox's own address, without a slash at its end; empty when it has no domain of its own. */
    Optional<String> publicUrl();

    /** The name of the table. */
    String table();

    /** Over how many items each hour's counters are spread, 1 to 1,024. */
    @WithDefault("16")
    int counterShards();

    /** Over how many keys each list of the index is spread, 1 to 16. */
    @WithDefault("1")
    int listShards();

    /** How many days mentions and cases are kept, at least 1. */
    @WithDefault("395")
    int retentionDays();

    /** The name of the table with the ledger of erasures. */
    String erasuresTable();

    /** Whether subscriptions may go to private addresses and by plain http. */
    @WithDefault("false")
    boolean allowPrivateAddresses();

    /** The domains that mail may go to, with commas between them; empty for any. */
    Optional<String> allowedEmailDomains();

    /** How many days the audit trail is kept, at least 1. */
    @WithDefault("1096")
    int auditDays();

    /** The ARN of the notices topic. */
    String noticesTopicArn();

    /** The URL of the mentions queue. */
    String mentionsQueueUrl();

    /** The URL of the lessons queue. */
    String lessonsQueueUrl();

    /** The URL of the erasures queue. */
    String erasuresQueueUrl();
}
