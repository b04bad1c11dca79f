package dev.earshot.analyze.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.analyze.Analyzer;
import dev.earshot.analyze.Understanding;
import dev.earshot.core.analysis.AnalyzedMention;
import dev.earshot.core.json.BodyErrors;
import dev.earshot.core.json.InvalidMember;
import dev.earshot.core.json.InvalidMemberException;
import dev.earshot.core.mention.Mention;
import dev.earshot.core.routing.Router;
import dev.earshot.core.routing.RuleBook;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

/** The use case: says what would be understood of a text and whom it would concern. Nothing is stored or queued. */
public final class Trial {

    private static final String SCHEME = "bearer ";
    private static final String JSON = "application/json";
    private static final int LARGEST = 64 * 1024;

    private final Tokens tokens;
    private final Analyzer analyzer;
    private final Supplier<RuleBook> rules;
    private final Clock clock;

    /** @param rules the departments as they are now */
    public Trial(Tokens tokens, Analyzer analyzer, Supplier<RuleBook> rules, Clock clock) {
        this.tokens = tokens;
        this.analyzer = analyzer;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Answers one request. Outages of the table throw.
     *
     * @param authorization the header, empty when there is none
     * @param mediaType the header {@code Content-Type}, empty when there is none
     */
    public TrialAnswer answer(String authorization, String mediaType, String body) {
        if (!authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)) {
            return new TrialAnswer.NotProven(!authorization.isEmpty());
        }
        return switch (tokens.verify(authorization.substring(SCHEME.length()).strip())) {
            case ACCEPTED -> read(mediaType, body);
            case REFUSED -> new TrialAnswer.NotProven(true);
            case NOT_NOW -> new TrialAnswer.NotNow("The issuer of sign-ins does not answer. Try again.");
        };
    }

    private TrialAnswer read(String mediaType, String body) {
        if (!mediaType.split(";", 2)[0].strip().equalsIgnoreCase(JSON)) {
            return new TrialAnswer.NotJson();
        }
        if (body.length() > LARGEST || body.getBytes(UTF_8).length > LARGEST) {
            return new TrialAnswer.TooLarge();
        }
        try {
            return attempt(TrialRequest.read(body, clock.instant()));
        } catch (JsonProcessingException e) {
            return new TrialAnswer.Invalid(BodyErrors.of(e));
        } catch (InvalidMemberException e) {
            return new TrialAnswer.Invalid(List.of(new InvalidMember(e.pointer(), String.valueOf(e.getMessage()))));
        }
    }

    private TrialAnswer attempt(Mention mention) {
        Understanding understanding = analyzer.analyze(List.of(mention)).apply(mention);
        if (understanding instanceof Understanding.Understood understood) {
            AnalyzedMention analyzed = new AnalyzedMention(mention, understood.analysis(), understood.embedding());
            return new TrialAnswer.Tried(understood.analysis(), new Router(rules.get()).decide(analyzed));
        }
        return new TrialAnswer.NotNow("The analyzer does not answer. Try again.");
    }
}
