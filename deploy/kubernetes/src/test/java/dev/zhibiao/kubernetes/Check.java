package dev.zhibiao.kubernetes;

import java.util.List;

/** What no definition of a kind says. */
interface Check {

    /** Every mistake in one line that names the resource; empty where there is none. */
    List<String> findings(Overlay overlay);

    /** All of them. */
    static List<Check> all() {
        return List.of(
                new Selectors(),
                new Ports(),
                new Settings(),
                new References(),
                new Topics(),
                new KafkaUsers(),
                new ScaledObjects(),
                new Pods());
    }
}
