package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 增速居全市第二}, {@code 蝉联全市第一}, {@code 均列全省前三}: a place in a set. */
final class Ranking implements Rule {

    private static final String STRONG =
            "(?:位居|位列|居于|居|名列|位次列|列(?!入|车)|排在|排(?!名|放|水)|蝉联|稳居|跃居|跃升至|上升至|上升到|升至|升到|跻身|占据|荣膺)";
    private static final String WEAK = "(?:保持|进入|进|荣获|获得|获|夺得|取得|达到|为|处于|处|位于|至|到|在)";
    private static final String SETS = "(?:全[市省国区县州球旗盟]|世界|亚洲|同类|中西部|西部|中部|东部|长三角|珠三角)";
    private static final String BETWEEN = "(?:连续[一二三四五六七八九十\\d]{1,3}[年季个月度]{1,2})?(?:均|分别|双双|都|分)?(?:继续|始终|稳定|首次|一直)?";
    private static final Pattern SHAPE =
            Pattern.compile("^(?<subject>.*?)" + BETWEEN + STRONG + "(?:了)?(?<scope>[^，]{0,16}?)(?:的)?$");
    private static final Pattern SHAPE_OF_WEAK = Pattern.compile(
            "^(?<subject>.*?)" + BETWEEN + WEAK + "(?:了)?(?<scope>(?:" + SETS + "[^，]{0,14}?)?)(?:的)?$");
    private static final Pattern SCOPE = Pattern.compile("^(?<subject>.*?)(?<scope>" + SETS + "[^，]{0,12})$");
    private static final Pattern INNER =
            Pattern.compile("^(?<subject>.*?)(?<scope>全[市省国区县][^，]*(?:百强[县区市]|强)?)(?:排名|位次|排行|榜单)?$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        boolean place = q.kind() == QuantityKind.RANK;
        boolean counted = q.kind() == QuantityKind.COUNT && q.unit().equals("位");
        String raw = reading.lead(index).raw();
        if (!place && !(counted && raw.matches(".*(排名|位次|居|位列|名列|列|升至|第)[^，]{0,6}$"))) {
            return null;
        }
        boolean enumerates =
                raw.isEmpty() && reading.startsClause(index) && reading.text().startsWith("，", q.end());
        if (enumerates) {
            // 第四，深化改革 numbers what the report goes through.
            return List.of();
        }
        if (reading.follows(index) && reading.last() != null && reading.last().measure() == Measure.RANK) {
            // 分列全市第二和第三 is read with its first place.
            return List.of();
        }
        Matcher m = shape(raw);
        String subject = m == null ? raw : m.group("subject");
        String scope = m == null ? "" : m.group("scope");
        String shared = raw.contains("分列") || raw.contains("分别")
                ? "分"
                : raw.matches(".*[均都双](双)?[^，]{0,3}[居列排位占进获].*") ? "均" : "";
        return statements(reading, index, subject, scope, shared);
    }

    private static @Nullable Matcher shape(String raw) {
        for (Pattern pattern : List.of(SHAPE, SHAPE_OF_WEAK, SCOPE)) {
            Matcher m = pattern.matcher(raw);
            if (m.matches()) {
                return m;
            }
        }
        return null;
    }

    private static List<Statement> statements(
            Reading reading, int index, String said, String scopeSaid, String shared) {
        Quantity q = reading.quantity(index);
        String scope = scopeSaid;
        String subject = said.replaceAll("(排名|位次|分别|分|均|继续|连续|稳|双双|总体)+$", "");
        Matcher inner = INNER.matcher(subject);
        if (scope.isEmpty() && inner.matches()) {
            subject = inner.group("subject").isEmpty() ? subject : inner.group("subject");
            scope = inner.group("scope").replaceAll("排名$", "");
        }
        scope = scope.replaceAll("^(在|的)", "").replaceAll("(的|排名|排)$", "");
        if (subject.isEmpty() && !scope.isEmpty() && reading.last() == null) {
            // 位列全国绿色发展百强区第35位: the set's own name says what is compared.
            subject = scope.replaceAll("^全[国省市]|百强.{0,2}$", "");
        }
        List<String> names = names(reading, Lead.stripOpeners(subject), shared);
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            Quantity at = shared.equals("分") && index + i < reading.size() ? reading.quantity(index + i) : q;
            if (at == q || at.kind() == QuantityKind.RANK) {
                found.add(new Statement(
                        at.start(),
                        at.end(),
                        names.get(i),
                        Measure.RANK,
                        at.amount(),
                        "位",
                        scope.isEmpty() ? null : scope,
                        null,
                        false));
            }
        }
        return found;
    }

    private static List<String> names(Reading reading, String subject, String shared) {
        boolean generic = subject.isEmpty() || subject.matches("(增速|增幅|总量|规模|两者|分|增长|排名|水平|占比|人均)");
        if (!generic) {
            return shared.isEmpty() ? List.of(subject) : Subjects.split(subject);
        }
        String suffix = subject.matches("增速|增幅") ? subject : "";
        List<String> names = new ArrayList<>();
        List<Statement> said = reading.statements();
        for (int i = said.size() - 1; i >= 0; i--) {
            Statement s = said.get(i);
            if (s.measure() == Measure.RANK
                    || s.measure() != said.get(said.size() - 1).measure()) {
                break;
            }
            boolean growth = s.measure() == Measure.GROWTH || !suffix.isEmpty();
            String head = s.indicator().endsWith("增速") || s.indicator().endsWith("增幅")
                    ? s.indicator().substring(0, s.indicator().length() - 2)
                    : s.indicator();
            names.add(0, growth ? head + (suffix.isEmpty() ? "增速" : suffix) : s.indicator());
            if (shared.isEmpty()) {
                break;
            }
        }
        return names.isEmpty() ? List.of(subject) : names;
    }
}
