package dev.earshot.provider.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.provider.payload.JsonBody;
import java.net.URLDecoder;
import java.util.Optional;

/** A body as browsers send plain forms, read as the JSON object that says the same. */
final class FormBody {

    private static final int MOST_FIELDS = 200;

    private FormBody() {}

    /** The fields; of two with one name the first counts. */
    static JsonBody read(byte[] body) {
        Optional<String> text = JsonBody.utf8(body);
        if (text.isEmpty()) {
            return new JsonBody.Unreadable(JsonBody.NO_UTF8);
        }
        ObjectNode fields = EarshotJson.mapper().createObjectNode();
        try {
            for (String field : text.get().split("&", MOST_FIELDS)) {
                int equals = field.indexOf('=');
                if (equals > 0) {
                    String name = URLDecoder.decode(field.substring(0, equals), UTF_8);
                    fields.putIfAbsent(name, fields.textNode(URLDecoder.decode(field.substring(equals + 1), UTF_8)));
                }
            }
        } catch (IllegalArgumentException e) {
            return new JsonBody.Unreadable("The form is not encoded as forms are.");
        }
        return new JsonBody.Parsed(fields);
    }
}
