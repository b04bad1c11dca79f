package dev.earshot.inbox.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {

    @Test
    void noCellIsAFormulaOrEndsItsRecord() {
        assertEquals(
                "\"'=1+1\",\"'@x\",\"'+1\",\"'-1\",\"'\tx\",\"a \"\"b\"\",\nc\",\"\"\r\n",
                Csv.line(List.of("=1+1", "@x", "+1", "-1", "\tx", "a \"b\",\nc", "")));
    }
}
