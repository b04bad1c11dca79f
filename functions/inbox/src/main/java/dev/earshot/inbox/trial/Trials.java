package dev.earshot.inbox.trial;

/** Tells what would be understood of a text; the function try does, behind the same HTTP API. */
@FunctionalInterface
public interface Trials {

    /** Tries a text for whoever is signed in. Nothing is stored; what goes wrong is an answer. */
    TrialAnswer attempt(TrialText text);
}
