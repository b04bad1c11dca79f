package dev.earshot.core.paging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {

    private static final String PLACE = "2026-11-21T12:00:00.000Z#m_abcdefghijklmnopqrstuvwxyz#support";

    @Test
    void aCursorIsReadAsItWasGiven() {
        Cursor cursor = new Cursor(PLACE);
        assertEquals(Optional.of(cursor), Cursor.parse(cursor.value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "%", "x", "2026", "2026-11-21T12:00:00.000Z#m_abcdefghijklmnopqrstuvwxyz#support~"})
    void whatEarshotNeverGaveIsNoCursor(String place) {
        String value = Base64.getUrlEncoder().encodeToString(place.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertEquals(Optional.empty(), Cursor.parse(value));
        assertEquals(Optional.empty(), Cursor.parse(place));
    }

    @Test
    void aPageHasOneToTwoHundredItems() {
        assertThrows(IllegalArgumentException.class, () -> new PageRequest(null, 0));
        assertThrows(IllegalArgumentException.class, () -> new PageRequest(null, 201));
    }
}
