package dev.earshot.analyze.trial;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.earshot.analyze.Analyzer;
import dev.earshot.analyze.Understanding;
import dev.earshot.core.access.SignInRule;
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
    private final Tokens signIns;
    private final Analyzer analyzer;
    private final Supplier<RuleBook> rules;
    private final Clock clock;

    /**
     * Puts the use case together.
     *
     * @param tokens tells bearer tokens for the API
     * @param signIns tells ID tokens, which the inbox shows for people at its page
     * @param rules the departments as they are now
     */
    public Trial(Tokens tokens, Tokens signIns, Analyzer analyzer, Supplier<RuleBook> rules, Clock clock) {
        this.tokens = tokens;
        this.signIns = signIns;
        this.analyzer = analyzer;
        this.rules = rules;
        this.clock = clock;
    }

    /**
     * Answers one request. Outages of the table throw.
     *
     * @param authorization the header, empty when there is none
     * @param signIn the header {@link SignInRule#HEADER}, empty when there is none; a bearer token goes before it
     * @param mediaType the header {@code Content-Type}, empty when there is none
     */
    public TrialAnswer answer(String authorization, String signIn, String mediaType, String body) {
        return switch (verdict(authorization, signIn)) {
            case ACCEPTED -> read(mediaType, body);
            case REFUSED -> new TrialAnswer.NotProven(!authorization.isEmpty() || !signIn.isEmpty());
            case NOT_NOW -> new TrialAnswer.NotNow("The issuer of sign-ins does not answer. Try again.");
        };
    }

    private Tokens.Verdict verdict(String authorization, String signIn) {
        if (authorization.isEmpty() && !signIn.isEmpty()) {
            return signIns.verify(signIn);
        }
        return authorization.toLowerCase(Locale.ROOT).startsWith(SCHEME)
                ? tokens.verify(authorization.substring(SCHEME.length()).strip())
                : Tokens.Verdict.REFUSED;
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
