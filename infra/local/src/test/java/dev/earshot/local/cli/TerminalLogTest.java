package dev.earshot.local.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.local.lambda.FunctionLine;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TerminalLogTest {

    @Test
    void aLogEntryIsOneReadableLine() {
        String entry = "{\"timestamp\":\"2026-11-22T01:56:46.582181857Z\",\"level\":\"INFO\",\"message\":\"done\","
                + "\"mdc\":{\"mentionId\":\"m_6t5b\"}}";
        assertEquals("01:56:46 earshot-dispatch INFO  done m_6t5b", readable("earshot-dispatch", entry));
        String failed =
                "{\"timestamp\":\"2026-11-22T01:56:46Z\",\"level\":\"ERROR\",\"message\":\"lost\\u001b[2J\\nx\","
                        + "\"mdc\":{},\"exception\":{\"exceptionType\":\"java.io.IOException\"}}";
        assertEquals("01:56:46 ears             ERROR lost [2J x java.io.IOException", readable("ears", failed));
    }

    @Test
    void whatIsNoLogEntryStaysAsItIs() {
        assertEquals("[ears] {\"a\":", readable("ears", "{\"a\":"));
        assertEquals("[ears] Exception in thread", readable("ears", "Exception in thread"));
        assertEquals("[ears] 12", readable("ears", "12"));
    }

    @Test
    void metricsAndWantedEndsAreLeftOut() {
        assertEquals(
                Optional.empty(), TerminalLog.readable(new FunctionLine("ears", "{\"_aws\":{},\"Dispatched\":1}")));
        String ended = "RequestId: 1 Error: Runtime exited with error: exit status 143";
        assertEquals(Optional.empty(), TerminalLog.readable(new FunctionLine("ears", ended)));
        assertEquals(Optional.empty(), TerminalLog.raw(new FunctionLine("ears", ended.replace("143", "130"))));
        assertEquals(
                Optional.of("[ears] " + ended.replace("143", "1")),
                TerminalLog.raw(new FunctionLine("ears", ended.replace("143", "1"))));
    }

    private static String readable(String function, String line) {
        return TerminalLog.readable(new FunctionLine(function, line)).orElseThrow();
    }
}
