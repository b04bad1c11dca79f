package dev.earshot.local.cli;

import java.io.Console;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Asks a person before something is done. Without a terminal there is nobody to ask, and the command is the answer. */
final class Confirmation {

    private Confirmation() {}

    /** The terminal that we were started from, by which a question is asked; null when there is none. */
    @SuppressWarnings("SystemConsoleNull") // The earshot script asks for the console that is null without a terminal.
    static @Nullable UnaryOperator<String> terminal() {
        Console console = System.console();
        return console == null ? null : question -> String.valueOf(console.readLine("%s", question));
    }

    /** Whether to go on: it was agreed to beforehand, nobody can be asked, or the answer is yes. */
    static boolean given(boolean beforehand, @Nullable UnaryOperator<String> terminal, String question) {
        if (beforehand || terminal == null) {
            return true;
        }
        String answer = terminal.apply(question + " [y/N] ").strip().toLowerCase(Locale.ROOT);
        return answer.equals("y") || answer.equals("yes");
    }
}
