package dev.earshot.inbox.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ErrorAnswerTest {

    @ParameterizedTest
    @ValueSource(strings = {"/hooks", "/hooks/", "/hooks/a/b/c", "/hook", "/hook/our-repo"})
    void whereWebhooksGoAstrayAProgramIsAnswered(String path) {
        assertTrue(ErrorAnswer.isHook(path));
        ErrorAnswer answer = ErrorAnswer.of(path, Problem.of(404, "Elsewhere."));
        assertEquals(Problem.MEDIA_TYPE, answer.type());
        assertEquals(404, answer.status());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/hooksmith", "/x/hooks/", "/sign-out", "/api/hooks", "/cases/hook/x"})
    void elsewhereNothingIsTakenForAWebhook(String path) {
        assertFalse(ErrorAnswer.isHook(path));
    }
}
