package dev.earshot.local.cli;

import dev.earshot.core.configuration.DepartmentsFile;
import dev.earshot.core.routing.Department;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Changes the departments of a running Earshot to what a file has; those that it has not stay as they are. */
@Command(
        name = "import",
        description = {
            "Changes the departments of a running Earshot to what a YAML file has.",
            "Departments that are not in the file stay as they are: there is no deleting."
        },
        mixinStandardHelpOptions = true)
final class DepartmentsImportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE", description = "The file, as export writes it.")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private Path file;

    @Option(names = "--dry-run", description = "Says what would change, and changes nothing.")
    private boolean dryRun;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private ApiAccess api;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Department> wanted = DepartmentsFile.read(file.toString(), Home.read(file));
        DepartmentsApi departments = new DepartmentsApi(api.open());
        List<Department> stored = departments.all();
        for (DepartmentChange change : DepartmentChange.between(stored, wanted)) {
            if (!dryRun && !change.isNone()) {
                departments.put(change.department());
            }
            say(change.department().id() + ": " + words(change));
        }
        Set<String> ids = wanted.stream().map(Department::id).collect(Collectors.toSet());
        stored.stream()
                .map(Department::id)
                .filter(id -> !ids.contains(id))
                .forEach(id -> say(id + ": not in the file, left as it is; departments are never deleted"));
        return 0;
    }

    private String words(DepartmentChange change) {
        if (change.isNone()) {
            return "unchanged";
        } else if (change.isNew()) {
            return dryRun ? "would be added" : "added";
        }
        return (dryRun ? "would change " : "changed ") + String.join(", ", change.members());
    }

    private void say(String line) {
        spec.commandLine().getOut().println(line);
        spec.commandLine().getOut().flush();
    }
}
