package dev.zhibiao.extract.cli;

import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need neither broker nor database; beside them it names the launcher's. */
@Command(
        name = "zhibiao",
        mixinStandardHelpOptions = true,
        description = "Figures of Chinese government work reports, with their evidence. 政府工作报告中的指标及其出处。",
        footer = {"", "zhibiao COMMAND --help says more of each. 各命令的用法见 zhibiao COMMAND --help。"},
        subcommands = {ExtractCommand.class, ExplainCommand.class})
public final class Main {

    private Main() {}

    /** Exit code 0 when all was read, 1 when a file was not, 2 for a wrong call. */
    public static void main(String[] arguments) {
        // Flushed when it is complete: there may be hundreds of thousands of lines.
        PrintWriter out = new PrintWriter(new OutputStreamWriter(System.out, StandardCharsets.UTF_8));
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int code = commandLine(out, err).execute(arguments);
        out.flush();
        System.exit(code);
    }

    /** The commands, printing there. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        CommandLine commands = new CommandLine(new Main());
        ListedCommand.addTo(commands);
        return commands.setCaseInsensitiveEnumValuesAllowed(true).setOut(out).setErr(err);
    }
}
