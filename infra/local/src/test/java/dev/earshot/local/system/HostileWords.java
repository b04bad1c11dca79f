package dev.earshot.local.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.mention.MentionId;
import dev.earshot.local.cloud.LocalCloud;
import java.time.Duration;

/** Words and names that would do harm if they were anything but text, put wherever words and names can come from. */
final class HostileWords {

    static final String WORDS =
            "refund <script>alert(1)</script> <img src=x onerror=alert(1)> \u202Etxet\u202C javascript:alert(1) "
                    + "w".repeat(10_000);

    /** Of authors and of people who sign in. */
    static final String NAME = "=1+1 <img src=x onerror=alert(1)> \"'{evil}";

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final int LONGEST_NOTE = 4_000;
    private static final int LONGEST_REPORT = 10_000;

    private final Forum forum;
    private final ApiClient person;

    HostileWords(LocalCloud cloud) {
        this.forum = new Forum(cloud.address());
        this.person = ApiClient.of(cloud, NAME, "council");
    }

    /**
     * Posts them as what becomes a case, what is unrouted and what is noise; writes them into the case's history, reports
     * them, and says them of a place where one listens.
     *
     * @return the id of the case
     */
    String strew() throws Exception {
        post("hostile", WORDS);
        post("hostile-aside", WORDS.replace("refund", ""));
        post("hostile-noise", WORDS + Mention.TEST_WORDS);
        String caseId = "c_" + MentionId.of("our-forum", "hostile").bare() + "_support";
        await().atMost(SOON).until(() -> person.get("/api/cases/" + caseId).status() == 200);
        awaitIn("/api/unrouted", "hostile-aside");
        awaitIn("/api/noise", "hostile-noise");
        ObjectNode note = text(LONGEST_NOTE);
        assertEquals(
                200,
                person.post("/api/cases/" + caseId + "/note", note.toString()).status());
        ObjectNode report = text(LONGEST_REPORT).put("where", NAME).put("url", "https://example.com/?q=%3Cscript%3E");
        assertEquals(202, person.post("/api/mentions", report.toString()).status());
        ObjectNode ears = EarshotJson.mapper().createObjectNode();
        ears.putArray("places")
                .addObject()
                .put("kind", "FORUM")
                .put("place", "forum.example.com")
                .put("note", NAME);
        assertEquals(200, person.call("PUT", "/api/ears/me", ears.toString()).status());
        return caseId;
    }

    private void post(String id, String words) throws Exception {
        assertEquals(202, forum.post(id, words, NAME).statusCode());
    }

    private void awaitIn(String list, String externalId) {
        String id = MentionId.of("our-forum", externalId).value();
        await().atMost(SOON).until(() -> person.get(list).body().contains(id));
    }

    private static ObjectNode text(int longest) {
        return EarshotJson.mapper().createObjectNode().put("text", WORDS.substring(0, longest));
    }
}
