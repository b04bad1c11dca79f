package dev.earshot.local.cli;

import java.io.IOException;
import java.util.Map;
import java.util.stream.StreamSupport;

/** Subscriptions to departments' notices, as the API has them. */
final class SubscriptionsApi {

    private static final String PATH = "/api/subscriptions";

    private final Api api;

    SubscriptionsApi(Api api) {
        this.api = api;
    }

    /** Adds one and returns its id; a refusal with the API's words when it cannot be one. */
    String add(String department, String protocol, String endpoint) throws IOException, InterruptedException {
        ApiAnswer answer =
                api.send("POST", PATH, Map.of("department", department, "protocol", protocol, "endpoint", endpoint));
        if (answer.is(400)) {
            throw new RefusedException(answer.reason());
        } else if (!answer.is(201)) {
            throw answer.failure();
        }
        return answer.json().path("id").asText();
    }

    /** Whether whoever is at its endpoint has confirmed it. */
    boolean isConfirmed(String department, String id) throws InterruptedException {
        ApiAnswer answer = api.get(PATH + "?department=" + department);
        if (!answer.is(200)) {
            throw answer.failure();
        }
        return StreamSupport.stream(answer.json().path("items").spliterator(), false)
                .anyMatch(one -> one.path("id").asText().equals(id)
                        && one.path("state").asText().equals("CONFIRMED"));
    }
}
