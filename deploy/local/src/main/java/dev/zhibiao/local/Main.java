package dev.zhibiao.local;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need the services: {@code run}, {@code submit} and {@code replay}; {@code topics} needs Kafka only. */
@Command(
        name = "zhibiao",
        mixinStandardHelpOptions = true,
        subcommands = {RunCommand.class, SubmitCommand.class, ReplayCommand.class, TopicsCommand.class})
public final class Main {

    private Main() {}

    /**
     * Exit code 0 when all was stored or taken or is as wanted, 1 when a report or topic is not, 2 when something stands
     * in the way.
     */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(commandLine(out, err).execute(arguments));
    }

    /** The commands, with what stands in the way said in one line. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main())
                .setOut(out)
                .setErr(err)
                .setExecutionExceptionHandler((e, command, parsed) -> {
                    if (e instanceof CannotRunException) {
                        err.println("zhibiao: " + e.getMessage());
                        return 2;
                    }
                    throw e;
                });
    }
}
