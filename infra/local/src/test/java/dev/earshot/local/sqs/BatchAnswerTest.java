package dev.earshot.local.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.earshot.local.lambda.InvocationResult.Success;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BatchAnswerTest {

    private static final Set<String> SENT = Set.of("a", "b", "c");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{}",
                "{\"batchItemFailures\":null}",
                "{\"batchItemFailures\":[]}",
                "{\"other\":[{\"itemIdentifier\":\"a\"}]}"
            })
    void takesNothingListedForSuccess(String answer) {
        assertEquals(Set.of(), BatchAnswer.failures(new Success(answer.getBytes(UTF_8)), SENT));
    }

    @Test
    void failsWhatIsListed() {
        String answer = "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"c\"}]}";
        assertEquals(Set.of("a", "c"), BatchAnswer.failures(new Success(answer.getBytes(UTF_8)), SENT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "done",
                "\"done\"",
                "[]",
                "{} {}",
                "{\"batchItemFailures\":\"a\"}",
                "{\"batchItemFailures\":[\"a\"]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
                "{\"batchItemFailures\":[{\"messageId\":\"a\"}]}",
                "{\"batchItemFailures\":[{\"itemIdentifier\":\"a\"},{\"itemIdentifier\":\"x\"}]}"
            })
    void failsTheWholeBatchForWhatItCannotUnderstand(String answer) {
        assertEquals(SENT, BatchAnswer.failures(new Success(answer.getBytes(UTF_8)), SENT));
    }
}
