package dev.earshot.provider.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One change to a body. */
sealed interface Mutation {

    byte[] apply(byte[] body);

    /** A byte becomes another one. */
    record Flip(int at, byte to) implements Mutation {
        @Override
        public byte[] apply(byte[] body) {
            byte[] changed = body.clone();
            if (changed.length > 0) {
                changed[Math.floorMod(at, changed.length)] = to;
            }
            return changed;
        }
    }

    /** The body ends early. */
    record Cut(int at) implements Mutation {
        @Override
        public byte[] apply(byte[] body) {
            return body.length == 0 ? body : Arrays.copyOf(body, Math.floorMod(at, body.length));
        }
    }

    /** Something is put in between. */
    record Insert(int at, String what) implements Mutation {
        @Override
        public byte[] apply(byte[] body) {
            String text = new String(body, UTF_8);
            int here = text.isEmpty() ? 0 : Math.floorMod(at, text.length());
            return (text.substring(0, here) + what + text.substring(here)).getBytes(UTF_8);
        }
    }

    /** A node of the JSON becomes another one, given as JSON; what is no JSON stays. */
    record Replace(int node, String with) implements Mutation {

        private static final ObjectMapper JSON = new ObjectMapper();

        @Override
        public byte[] apply(byte[] body) {
            try {
                JsonNode root = JSON.readTree(body);
                List<Runnable> places = new ArrayList<>();
                collect(root, JSON.readTree(with), places);
                if (!places.isEmpty()) {
                    places.get(Math.floorMod(node, places.size())).run();
                }
                return JSON.writeValueAsBytes(root);
            } catch (JsonProcessingException e) {
                return body;
            } catch (IOException e) {
                return body;
            }
        }

        private static void collect(JsonNode node, JsonNode with, List<Runnable> places) {
            if (node instanceof ObjectNode object) {
                object.properties().forEach(member -> {
                    places.add(() -> object.set(member.getKey(), with));
                    collect(member.getValue(), with, places);
                });
            } else if (node instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    int at = i;
                    places.add(() -> array.set(at, with));
                    collect(array.get(i), with, places);
                }
            }
        }
    }
}
