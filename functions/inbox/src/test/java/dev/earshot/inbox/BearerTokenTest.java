package dev.earshot.inbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Issuer.class)
class BearerTokenTest {

    @Test
    void aGoodTokenIsAcceptedAndNamesItsBearer() {
        HttpResponse<String> answer = call(Issuer.token(Issuer.claims().build()));
        assertEquals(200, answer.statusCode(), answer.body() + answer.headers());
        assertEquals(
                "{\"subject\":\"u-1\",\"name\":\"Ada Lovelace\",\"groups\":[\"council\",\"support\"]}", answer.body());
    }

    private static HttpResponse<String> call(String token) {
        return new Browser().get("/api/me", "Authorization", "Bearer " + token);
    }
}
