package dev.earshot.analyze.comprehend;

import dev.earshot.edge.Metrics;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jboss.logging.Logger;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.comprehend.model.InvalidRequestException;
import software.amazon.awssdk.services.comprehend.model.TextSizeLimitExceededException;
import software.amazon.awssdk.services.comprehend.model.UnsupportedLanguageException;

/**
 * One of Comprehend's batch operations over any number of documents: one answer each, in their order, whatever happens.
 *
 * @param units the metric that counts what is paid for
 * @param operation called with at most 25 documents; gives one answer each, or throws
 * @param timeIsLeft whether a call may still begin
 */
record BatchCall<T>(
        String units, Function<List<String>, List<Answer<T>>> operation, Metrics metrics, BooleanSupplier timeIsLeft) {

    private static final Logger LOG = Logger.getLogger(BatchCall.class);
    private static final int MAX_DOCUMENTS = 25;

    List<Answer<T>> over(List<String> documents) {
        List<Answer<T>> answers = new ArrayList<>();
        for (int from = 0; from < documents.size(); from += MAX_DOCUMENTS) {
            answers.addAll(once(documents.subList(from, Math.min(from + MAX_DOCUMENTS, documents.size()))));
        }
        return answers;
    }

    private List<Answer<T>> once(List<String> batch) {
        if (!timeIsLeft.getAsBoolean()) {
            return same(batch, new Answer.Later<>("there was no time left to ask Comprehend"));
        }
        try {
            List<Answer<T>> answers = operation.apply(batch);
            metrics.count(units, Units.of(batch));
            return answers;
        } catch (UnsupportedLanguageException e) {
            return same(batch, new Answer.Never<>("Comprehend does not take this language"));
        } catch (InvalidRequestException | TextSizeLimitExceededException e) {
            return refused(batch, e);
        } catch (SdkException e) {
            LOG.warnf("Comprehend did not answer: %s", kind(e));
            metrics.count("ComprehendUnavailable", 1);
            return same(batch, new Answer.Later<>("Comprehend did not answer: " + kind(e)));
        }
    }

    /** One document spoils its batch: each is sent alone, so that the others do not suffer for it. */
    private List<Answer<T>> refused(List<String> batch, AwsServiceException e) {
        if (batch.size() == 1) {
            return same(batch, new Answer.Never<>("Comprehend refuses the text: " + kind(e)));
        }
        return batch.stream()
                .flatMap(document -> once(List.of(document)).stream())
                .toList();
    }

    private static <T> List<Answer<T>> same(List<String> batch, Answer<T> answer) {
        return Collections.nCopies(batch.size(), answer);
    }

    /** The kind of failure alone: a service's message might quote what it was sent. */
    private static String kind(SdkException e) {
        return e instanceof AwsServiceException service && service.awsErrorDetails() != null
                ? service.awsErrorDetails().errorCode()
                : e.getClass().getSimpleName();
    }
}
