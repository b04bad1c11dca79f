package dev.earshot.local.cli;

import dev.earshot.core.configuration.DepartmentsFile;
import dev.earshot.core.routing.Department;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the departments of a running Earshot as the YAML that {@code import} and {@code up} take. */
@Command(
        name = "export",
        description = "Writes the departments of a running Earshot as YAML, the same text while nothing changes.",
        mixinStandardHelpOptions = true)
final class DepartmentsExportCommand implements Callable<Integer> {

    private static final String STANDARD_OUTPUT = "-";

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            defaultValue = STANDARD_OUTPUT,
            description = "Where to; it is overwritten (default: ${DEFAULT-VALUE}, standard output).")
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private String file;

    @Mixin
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private ApiAccess api;

    @CommandLine.Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it before anything runs
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<Department> departments = new DepartmentsApi(api.open()).all();
        String yaml = DepartmentsFile.write(departments);
        if (file.equals(STANDARD_OUTPUT)) {
            spec.commandLine().getOut().print(yaml);
        } else {
            write(Path.of(file), yaml);
            spec.commandLine().getOut().println(departments.size() + " departments are in " + file);
        }
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static void write(Path file, String yaml) {
        try {
            Files.writeString(file, yaml);
        } catch (IOException e) {
            throw new RefusedException(file + ": cannot be written: "
                    + (e.getClass() == IOException.class
                            ? e.getMessage()
                            : e.getClass().getSimpleName()));
        }
    }
}
