package dev.zhibiao.ingest.format;

import java.util.ArrayList;
import java.util.List;

/** Everything hostile that ingest is tried with. */
public final class HostileSet {

    private HostileSet() {}

    public static List<HostileDocument> all() {
        List<HostileDocument> all = new ArrayList<>(HostileTexts.all());
        all.addAll(HostileWordFiles.all());
        all.addAll(HostilePdfs.all());
        return all;
    }
}
