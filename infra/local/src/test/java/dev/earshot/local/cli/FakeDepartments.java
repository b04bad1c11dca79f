package dev.earshot.local.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.configuration.DepartmentsFile;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.routing.Department;
import dev.earshot.emulators.http.Answer;
import dev.earshot.emulators.http.Call;
import dev.earshot.emulators.http.CallHandler;
import dev.earshot.emulators.http.LoopbackServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers as the API does for departments, to the one token {@link #TOKEN}; or always the same, when told so. */
final class FakeDepartments implements AutoCloseable {

    static final String TOKEN = "the.council-s_token~1+2/3==";

    private final List<Department> stored = new ArrayList<>();
    private final List<String> puts = new ArrayList<>();
    private final LoopbackServer server;
    private @Nullable Answer always;

    FakeDepartments(String yaml) throws IOException {
        stored.addAll(DepartmentsFile.read("stored", yaml));
        CallHandler handler = this::answer;
        server = LoopbackServer.bind(0, "fake-departments").serve(handler);
    }

    String url() {
        return server.uri().toString();
    }

    /** The ids that were PUT, in order. */
    synchronized List<String> puts() {
        return List.copyOf(puts);
    }

    synchronized List<Department> stored() {
        return List.copyOf(stored);
    }

    /** From now on PUTs get this answer. */
    synchronized void answerPutsWith(int status, String type, String body) {
        always = Answer.text(status, type, body);
    }

    private synchronized Answer answer(Call call) throws IOException {
        if (!("Bearer " + TOKEN).equals(call.header("Authorization"))) {
            return problem(401, "The bearer token is not accepted.");
        } else if (call.method().equals("GET") && call.uri().toString().equals("/api/departments")) {
            ObjectNode list = EarshotJson.mapper().createObjectNode().putNull("next");
            list.set("items", EarshotJson.mapper().readTree(EarshotJson.mapper().writeValueAsString(stored)));
            return Answer.text(200, "application/json", list.toString());
        } else if (call.method().equals("PUT") && call.uri().toString().startsWith("/api/departments/")) {
            return always == null ? put(call) : always;
        }
        return problem(404, "Nothing is here.");
    }

    private Answer put(Call call) throws IOException {
        JsonNode body = EarshotJson.mapper().readTree(call.body());
        Department department = EarshotJson.mapper().treeToValue(body, Department.class);
        puts.add(call.uri().toString().substring("/api/departments/".length()));
        int at = stored.stream().map(Department::id).toList().indexOf(department.id());
        if (at >= 0) {
            stored.set(at, department);
        } else {
            stored.add(department);
        }
        return Answer.text(200, "application/json", body.toString());
    }

    private static Answer problem(int status, String detail) throws JsonProcessingException {
        ObjectNode problem =
                EarshotJson.mapper().createObjectNode().put("status", status).put("detail", detail);
        return Answer.text(
                status, "application/problem+json", EarshotJson.mapper().writeValueAsString(problem));
    }

    @Override
    public void close() {
        server.close();
    }
}
