package dev.earshot.analyze.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SoftmaxRegressionTest {

    private static final SoftmaxRegression REGRESSION = new SoftmaxRegression(1e-3, 1e-3, 16, 50);

    @Test
    void itLearnsWhatSeparatesTheClasses() {
        LinearModel model = REGRESSION.fit(examples());
        assertTrue(model.probabilities(Features.dense(new float[] {1, 0, 0}))[0] > 0.8);
        assertTrue(model.probabilities(Features.dense(new float[] {0, 1, 0}))[1] > 0.8);
    }

    @Test
    void theSameExamplesGiveTheSameWeights() {
        assertArrayEquals(
                REGRESSION.fit(examples()).dense()[0],
                REGRESSION.fit(examples()).dense()[0]);
    }

    @Test
    void writtenAndReadItAnswersTheSame() throws IOException {
        LinearModel model = Weights.rounded(REGRESSION.fit(examples()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Weights.write(model, new DataOutputStream(bytes));
        LinearModel read = Weights.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        Features seen = new Features(new float[] {0.3F, 0.1F, -0.2F}, NGrams.of("the app crashes", 16));
        assertArrayEquals(model.logits(seen), read.logits(seen), 1e-6);
    }

    @Test
    void nGramsOfDifferentTextsDifferAndOfTheSameDoNot() {
        assertArrayEquals(NGrams.of("Broken again", 1 << 12), NGrams.of("broken  AGAIN", 1 << 12));
        assertEquals(0, NGrams.of("", 1 << 12).length);
    }

    private static List<Example> examples() {
        Random random = new Random(1);
        List<Example> examples = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            int label = i % 2;
            float[] dense = new float[3];
            for (int d = 0; d < 3; d++) {
                dense[d] = (float) random.nextGaussian() / 5;
            }
            dense[label] += 1;
            examples.add(Example.of(new Features(dense, new int[0]), label, 2, 1));
        }
        return examples;
    }
}
