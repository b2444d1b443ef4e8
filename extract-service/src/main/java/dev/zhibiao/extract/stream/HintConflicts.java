package dev.zhibiao.extract.stream;

import dev.zhibiao.catalogue.Areas;
import dev.zhibiao.events.Hints;
import dev.zhibiao.events.ReportMetadata;
import dev.zhibiao.events.ReportMetadata.Conflict;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the upstream says about a report against what the report says itself; the text decides. */
final class HintConflicts {

    private static final Pattern CODE = Pattern.compile("[0-9]{6}");
    private static final Pattern NOISE = Pattern.compile("[\\s/]+");

    private HintConflicts() {}

    /** The metadata with a conflict for each hint that the text contradicts; silent text contradicts nothing. */
    static ReportMetadata mark(ReportMetadata metadata, @Nullable Hints hints) {
        List<Conflict> conflicts = new ArrayList<>(metadata.conflicts());
        if (hints != null) {
            String area = hints.area();
            String refArea = metadata.refArea();
            if (area != null && refArea != null && !isArea(area.strip(), refArea, metadata.areaCode())) {
                conflicts.add(new Conflict("area", List.of("hint: " + area, "text: " + refArea), refArea));
            }
            String year = hints.year();
            String read = metadata.targetPeriod();
            if (year != null && read != null && !year.strip().equals(read)) {
                conflicts.add(new Conflict("year", List.of("hint: " + year, "text: " + read), read));
            }
        }
        return conflicts.size() == metadata.conflicts().size() ? metadata : with(metadata, conflicts);
    }

    private static boolean isArea(String hint, String refArea, @Nullable String areaCode) {
        if (CODE.matcher(hint).matches()) {
            return areaCode == null || hint.equals(areaCode);
        }
        // 宁波市海曙区, 宁波海曙 and 海曙区 all name 浙江省/宁波市/海曙区: what stands above may be left out, not the last.
        String rest = NOISE.matcher(hint).replaceAll("");
        String[] path = refArea.split("/");
        for (int i = 0; i < path.length - 1; i++) {
            rest = without(rest, path[i]);
        }
        String last = path[path.length - 1];
        return rest.equals(last) || rest.equals(Areas.shortName(last));
    }

    private static String without(String hint, String area) {
        if (hint.startsWith(area)) {
            return hint.substring(area.length());
        }
        String name = Areas.shortName(area);
        return hint.startsWith(name) && hint.length() > name.length() ? hint.substring(name.length()) : hint;
    }

    private static ReportMetadata with(ReportMetadata metadata, List<Conflict> conflicts) {
        return new ReportMetadata(
                metadata.title(),
                metadata.refArea(),
                metadata.areaCode(),
                metadata.level(),
                metadata.kind(),
                metadata.reviewPeriod(),
                metadata.targetPeriod(),
                metadata.deliveredOn(),
                metadata.speaker(),
                conflicts);
    }
}
