package dev.earshot.analyze.learning;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class RarityTest {

    private static final float[] NOTHING = {};
    private static final Rarity RARITY =
            Rarity.among(List.of(new int[] {0, 1}, new int[] {0, 1}, new int[] {0, 2}, new int[] {0}), 4);

    @Test
    void whatIsRareCountsMoreAndWhatStandsInOneTextOrNoneCountsNothing() {
        float[] rarity = RARITY.features(NOTHING, new int[] {0, 1, 2, 3}).rarity();
        assertTrue(rarity[1] > rarity[0]);
        assertTrue(rarity[0] > 0);
        assertEquals(0, rarity[2]);
        assertEquals(0, rarity[3]);
    }

    @Test
    void allOfATextTogetherHaveTheLengthOneWhicheverCount() {
        assertEquals(0.5, new Features(NOTHING, new int[] {0, 1, 2, 3}).gramValue(), 1e-9);
        Features seen = RARITY.features(NOTHING, new int[] {1, 2});
        assertEquals(1, seen.gramValue() * seen.rarity()[0], 1e-6);
        assertEquals(0, RARITY.features(NOTHING, new int[] {2, 3}).gramValue());
    }

    @Test
    void writtenAndReadItIsTheSame() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RARITY.write(new DataOutputStream(bytes));
        Rarity read = Rarity.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        int[] all = {0, 1, 2, 3};
        assertArrayEquals(
                RARITY.features(NOTHING, all).rarity(),
                read.features(NOTHING, all).rarity());
    }

    @Test
    void whatIsNoneIsNotRead() {
        byte[] none = {-1, -1, -1, -1, 0, 0, 0, 4};
        assertThrows(IOException.class, () -> Rarity.read(new DataInputStream(new ByteArrayInputStream(none))));
    }
}
