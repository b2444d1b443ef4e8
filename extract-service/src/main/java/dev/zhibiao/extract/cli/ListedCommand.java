package dev.zhibiao.extract.cli;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command of the launcher, here for the list of all commands only: the script starts another program for it. */
@Command
final class ListedCommand implements Callable<Integer> {

    private static final Map<String, String> LAUNCHER = new TreeMap<>(Map.of(
            "topics", "Compares a broker's topics with the table of topics; changes them with --apply. 对照主题表检查并设置主题。",
            "run", "Starts everything on this machine and submits reports. 在本机启动全部服务并提交报告。",
            "submit", "Submits files to a running system. 把文件提交给正在运行的系统。",
            "replay", "Puts failed records back, or has stored reports read again. 重放失败的记录，或重新读取已入库的报告。"));

    @Spec
    private CommandSpec spec;

    /** Adds the launcher's commands. */
    static void addTo(CommandLine all) {
        LAUNCHER.forEach((name, description) -> {
            CommandLine listed = new CommandLine(new ListedCommand());
            listed.getCommandSpec().usageMessage().description(description);
            all.addSubcommand(name, listed);
        });
    }

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("zhibiao: " + Messages.of("elsewhere", spec.name()));
        return 2;
    }
}
