package dev.earshot.analyze.embedding;

import static java.nio.charset.StandardCharsets.UTF_8;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The transformer: ids of word pieces to what its layers make of them. One text at a time on one thread, because the
 * answers of a quantised model depend on what else is in its batch. Safe for use by many threads.
 */
final class Encoder implements AutoCloseable {

    /** How many numbers a layer has for each piece. */
    static final int WIDTH = 384;

    private static final String LAST = "last_hidden_state";

    private final OrtEnvironment environment = OrtEnvironment.getEnvironment();
    private final OrtSession session;
    private final List<String> outputs = new ArrayList<>();

    /**
     * @param model bge-small's ONNX file
     * @param layers which of its layers' states to tell beside the last, counted from 0
     * @throws IOException when the model cannot be read
     */
    Encoder(InputStream model, List<Integer> layers) throws IOException {
        layers.forEach(layer -> outputs.add("/encoder/layer." + layer + "/output/LayerNorm/Add_1_output_0"));
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            session = environment.createSession(telling(model, outputs), options);
        } catch (OrtException e) {
            throw new IllegalStateException("the model cannot be loaded", e);
        }
        outputs.add(LAST);
    }

    /**
     * The model, telling its inner states, too. Protocol Buffers merge what follows another: after the model we write
     * {@code ModelProto{graph(7): GraphProto{output(12): ValueInfoProto{name(1)}}}} for each.
     */
    private static byte[] telling(InputStream model, List<String> names) throws IOException {
        List<InputStream> parts = new ArrayList<>(List.of(model));
        for (String name : names) {
            parts.add(new ByteArrayInputStream(field(7, field(12, field(1, name.getBytes(UTF_8))))));
        }
        return new SequenceInputStream(Collections.enumeration(parts)).readAllBytes();
    }

    /** A length-delimited field of fewer than 128 bytes. */
    private static byte[] field(int number, byte[] content) {
        byte[] field = new byte[content.length + 2];
        field[0] = (byte) ((number << 3) | 2);
        field[1] = (byte) content.length;
        System.arraycopy(content, 0, field, 2, content.length);
        return field;
    }

    /**
     * Reads one sequence.
     *
     * @param ids with those that mark its beginning and end, at most 256
     * @return for each layer asked for, and then the last, {@code ids.length} times 384 numbers
     */
    List<float[]> run(long[] ids) {
        long[] shape = {1, ids.length};
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor input = OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape);
                OnnxTensor attention = OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape);
                OnnxTensor types = OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape);
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", attention, "token_type_ids", types))) {
            return outputs.stream().map(name -> states(result, name)).toList();
        } catch (OrtException e) {
            throw new IllegalStateException("the model failed on " + ids.length + " pieces", e);
        }
    }

    private static float[] states(OrtSession.Result result, String name) {
        FloatBuffer buffer = ((OnnxTensor) result.get(name).orElseThrow()).getFloatBuffer();
        float[] states = new float[buffer.remaining()];
        buffer.get(states);
        return states;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException(e);
        }
    }
}
