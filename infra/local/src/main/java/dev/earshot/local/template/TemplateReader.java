package dev.earshot.local.template;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/**
 * Reads a SAM template, and the templates it nests, as CloudFormation would for a deployment to this machine.
 *
 * <p>Not known: SAM policies' effects, transforms other than SAM's, macros, imports and exports of other stacks, SSM
 * parameter types. Using one is an error with its line.
 */
public final class TemplateReader {

    private TemplateReader() {}

    /**
     * The names of the Parameters that a template declares.
     *
     * @throws TemplateException when the file cannot be read or is no template
     */
    public static Set<String> parameters(Path template) {
        TemplateFile file = TemplateFile.root(template);
        Sections sections = new Sections(YamlDocument.read(file.path(), file.shownAs()));
        return Set.copyOf(sections.fields("Parameters").entries().keySet());
    }

    /**
     * Reads {@code template}.
     *
     * @param parameters values for the template's Parameters, instead of their defaults
     * @throws TemplateException with {@code FILE:LINE: what is wrong, what to do}
     */
    public static Template read(Path template, Map<String, String> parameters, LocalEnvironment environment) {
        TemplateFile file = TemplateFile.root(template);
        Given given = new Given(parameters, new Position(file.shownAs(), 1));
        Stack stack = Stack.read(file, given, environment);
        Template result = new Template(stack.description(), stack.parameters(), stack.resources(), stack.outputs());
        new WholeTemplateCheck(result).run();
        return result;
    }
}
