package dev.zhibiao.ingest.publish;

import dev.zhibiao.events.Hints;
import dev.zhibiao.events.Problem;
import dev.zhibiao.ingest.document.RefusedException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a sender says about a document, by the same rules on both ways in.
 *
 * @param source where the sender has it from
 * @param hints what it is about
 */
public record Declared(@Nullable String source, @Nullable Hints hints) {

    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");
    private static final int LONGEST_AREA = 64;
    private static final int LONGEST_SOURCE = 2048;

    /**
     * Checks what was said; blank is not said.
     *
     * @param source at most 2048 characters, usually an address
     * @param area at most 64 characters, a name or a GB/T 2260 code
     * @param year {@code YYYY}, 1900 to 2099
     * @throws RefusedException {@code bad-parameter}, naming the parameter
     */
    public static Declared of(@Nullable String source, @Nullable String area, @Nullable String year) {
        String from = said("source", source, LONGEST_SOURCE);
        String about = said("area", area, LONGEST_AREA);
        String in = said("year", year, LONGEST_AREA);
        if (in != null && !YEAR.matcher(in).matches()) {
            throw new RefusedException(Problem.BAD_PARAMETER, "year is not of the form YYYY", "year");
        }
        return new Declared(from, about == null && in == null ? null : new Hints(about, in));
    }

    private static @Nullable String said(String name, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String said = value.strip();
        if (said.length() > longest) {
            throw new RefusedException(
                    Problem.BAD_PARAMETER, name + " is longer than " + longest + " characters", name);
        }
        return said;
    }
}
