package dev.earshot.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IssuerOutageTest.NobodyAnswers.class)
class IssuerOutageTest {

    public static final class NobodyAnswers implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Issuer.settings("http://127.0.0.1:1/company");
        }
    }

    @Test
    void whileTheIssuerDoesNotAnswerProgramsAreToldToTryAgain() {
        HttpResponse<String> answer = new Browser().get("/api/me", "Authorization", "Bearer a.b.c");
        Problems.assertProblem(503, answer);
        assertEquals("5", answer.headers().firstValue("retry-after").orElseThrow());
    }

    @Test
    void whileTheIssuerDoesNotAnswerPeopleAreToldToTryAgain() {
        HttpResponse<String> answer = new Browser().get("/");
        assertEquals(503, answer.statusCode(), answer.body());
        assertTrue(answer.body().contains("does not answer"), answer.body());
        assertEquals(200, new Browser().get("/signed-out").statusCode());
    }
}
