package dev.earshot.analyze.comprehend;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.comprehend.model.BatchItemError;

/** The answers to one call by their index. A document that Comprehend fails on, or says nothing about, is for later. */
final class Answers<T> {

    private final List<Answer<T>> answers;

    Answers(int documents, List<BatchItemError> errors) {
        answers = new ArrayList<>(
                Collections.nCopies(documents, new Answer.Later<>("Comprehend did not answer for this text")));
        errors.forEach(error ->
                set(error.index(), new Answer.Later<>("Comprehend failed on this text, error " + error.errorCode())));
    }

    void set(@Nullable Integer index, Answer<T> answer) {
        if (index != null && index >= 0 && index < answers.size()) {
            answers.set(index, answer);
        }
    }

    List<Answer<T>> inOrder() {
        return List.copyOf(answers);
    }
}
