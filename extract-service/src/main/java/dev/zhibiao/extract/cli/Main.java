package dev.zhibiao.extract.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands that need neither broker nor database. */
@Command(
        name = "zhibiao",
        subcommands = {ExtractCommand.class, ExplainCommand.class})
public final class Main {

    private Main() {}

    /** Exit code 0 when all was read, 1 when a file was not, 2 for a wrong call. */
    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }
}
