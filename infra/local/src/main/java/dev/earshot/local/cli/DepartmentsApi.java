package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.Department;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The departments, as the API has them. */
final class DepartmentsApi {

    private static final String PATH = "/api/departments";

    private final Api api;

    DepartmentsApi(Api api) {
        this.api = api;
    }

    /** All of them, in their configured order. */
    List<Department> all() throws InterruptedException {
        ApiAnswer answer = api.get(PATH);
        if (!answer.is(200)) {
            throw answer.failure();
        }
        List<Department> departments = new ArrayList<>();
        for (JsonNode item : answer.json().path("items")) {
            departments.add(department(answer, item));
        }
        if (departments.isEmpty()) {
            throw new FailedException(answer.from() + " answers without departments; is it Earshot's HTTP API?");
        }
        return departments;
    }

    private static Department department(ApiAnswer answer, JsonNode item) {
        try {
            return EarshotJson.mapper().treeToValue(item, Department.class);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new FailedException(
                    answer.from() + " answers with departments that cannot be read; is it of another version?");
        }
    }

    /** Changes one, or adds it behind the others; a failure that says why it was not done. */
    void put(Department department) throws IOException, InterruptedException {
        ApiAnswer answer = api.send("PUT", PATH + "/" + department.id(), department);
        if (answer.is(404)) {
            throw new FailedException(
                    "the token does not change departments at " + answer.from() + " (404); it needs the group council");
        } else if (answer.is(400) || answer.is(409)) {
            throw new FailedException("department '" + department.id() + "' is refused: " + answer.reason());
        } else if (!answer.is(200)) {
            throw answer.failure();
        }
    }
}
