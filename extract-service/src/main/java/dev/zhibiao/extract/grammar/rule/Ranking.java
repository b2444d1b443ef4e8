package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.indicator.Subjects;
import dev.zhibiao.extract.grammar.quantity.Quantity;
import dev.zhibiao.extract.grammar.quantity.QuantityKind;
import dev.zhibiao.extract.grammar.text.KeyedPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 增速居全市第二}, {@code 蝉联全市第一}, {@code 均列全省前三}: a place in a set. */
final class Ranking implements Rule {

    private static final String STRONG =
            "(?:位居|位列|居于|居(?!民|住|家|委)|名列|位次列|列(?!入|车)|排在|排(?!名|放|水)|蝉联|稳居|跃居|跃升[至到]|提升[至到]|晋升[至到]|攀升[至到]|前移[至到]|进位[至到]|上升至|上升到|升至|升到|跻身|占据|荣膺|荣登|登上)";
    private static final String WEAK = "(?:保持|进入|跃入|进|荣获|获得|获|夺得|取得|达到|为|处于|处|位于|至|到|在)";
    private static final String SETS = "(?:全[市省国区县州球旗盟]|世界|亚洲|同类|中西部|西部|中部|东部|长三角|珠三角)";
    private static final String BETWEEN =
            "(?:(?:已)?连续[一二两三四五六七八九十\\d]{1,3}[年季个月度]{1,2})?(?:均|分别|双双|都|(?<![得评积总])分)?(?:继续|始终|稳定|首次|一直)?";
    private static final Pattern SHAPE =
            Pattern.compile("^(?<subject>.*?)" + BETWEEN + STRONG + "(?:了)?(?<scope>[^，]{0,16}?)(?:的)?$");
    private static final Pattern SHAPE_OF_WEAK = Pattern.compile(
            "^(?<subject>.*?)" + BETWEEN + WEAK + "(?:了)?(?<scope>(?:" + SETS + "[^，]{0,14}?)?)(?:的)?$");
    /** 把安全放在首位: what comes first, not who. */
    private static final KeyedPattern PUT_FIRST = KeyedPattern.compile("([放摆置]在|置于|挺在|作为)[^，]{0,10}$");
    /** 安全第一, 质量第一 */
    private static final KeyedPattern MOTTO = KeyedPattern.compile("(安全|质量|生命|人民|群众|信誉|环保|服务|顾客|生态|发展|健康|预防)$");

    private static final KeyedPattern ENTERED = KeyedPattern.compile("(首次|连续|再次|成功)*(入围|入选|上榜|跻身|进入|荣登|登上|位列|列)");
    private static final KeyedPattern PLACED = KeyedPattern.compile("(排名|位次|居|位列|名列|列|升至|第|排)[^，]{0,6}$");
    private static final KeyedPattern CLIMB = KeyedPattern.compile(
            "^(?<subject>.*?)(?:[比较](?:上年|去年|(?:20|19)\\d\\d年))?(?:大幅|再|又)*(?<way>上升|前进|前移|提升|提高|进步|跃升|晋升|攀升|晋位|进位|上移|后退|下降|下滑|退后|倒退)(?:了)?$");
    private static final KeyedPattern ONLY_SET =
            KeyedPattern.compile("^(?:并|且)?(?:位?居|位?列)?" + SETS + "[^，]{0,10}(?:的)?$");
    /** 在城市竞争力排名中，我市位列全国第9: whose place it is stands in front, what it is in before the comma. */
    private static final Pattern HELD = Pattern.compile(
            ".*?在(?:[^，]{2,20}(?:发布|公布)的)?(?<contest>[^，在]{2,24}(?:排名|排行榜?|榜单?|评价|评选|评比|考核|测评|考评|指数|报告))(?:中|里)");

    private static final KeyedPattern SLOGAN = KeyedPattern.compile(".*坚持[^，]{2,8}");

    private static final int SHORT = 4;
    private static final KeyedPattern CITIES = KeyedPattern.compile("[^，]{2,8}(城市|地区|县市|省区市?)");
    /** 在全省综合目标考核中: what the places are given in is what is ranked. */
    private static final Pattern CONTEST = Pattern.compile(
            "^(?:在)?(?:[^，]{2,20}的(?=全[国省市]))?(?<contest>(?<scope>全[国省市区县州])?[^，]{2,24}?(?:考核|评价|评比|测评|考评|评估|评分|竞赛|比赛|排名|排行榜?|榜单|运动会))(?:中|上)?(?:的)?(?:排名|位列|名列|位居|列|居|获|荣获|获得)?$");
    /** 综合指数在全国168个重点城市排名 */
    private static final Pattern AMONG = Pattern.compile(
            "^(?<subject>.*?)(?:在|保持|位居|居|列)(?<scope>(?:全[国省市])?[\\d一二三四五六七八九十]+[个家座][^，]{2,14}?|[^，在]{2,14}?(?=[中里内])|全[国省][^，在]{0,8}?城市)(?:中|里|内)?(?:综合)?(?:排名|排在|排|位居|位列|居|列)?$");

    private static final Pattern SCOPE =
            Pattern.compile("^(?<subject>.*?)" + BETWEEN + "(?<scope>" + SETS + "[^，]{0,12})$");
    private static final KeyedPattern GENERIC =
            KeyedPattern.compile("增[速幅量]|总[量数额]|个?数量?|规模|两者|分|增长率?|排名|水平|占比|人均|得分|综合得分|总分|成绩|指标|位次|综合|综合排名");
    private static final KeyedPattern OF_THE_SAME = KeyedPattern.compile("增[速幅量]|总[量数额]|个?数量?|规模|占比|得分|综合得分|增长率");
    private static final Pattern SHARE = Pattern.compile("^(.*)占[^占]*(比重|比例)$");
    private static final Pattern INNER =
            Pattern.compile("^(?<subject>.*?)(?<scope>全[市省国区县][^，]*(?:百强[县区市]|强)?)(?:排名|位次|排行|榜单)?$");

    private static final Pattern IN_SET = Pattern.compile("(?<subject>.{2,}?)在(?<scope>[^，在]{2,12}?)(?:中|里|内)?");

    private static final List<Pattern> SHAPES = List.of(AMONG, SHAPE, SHAPE_OF_WEAK, SCOPE);

    private static final KeyedPattern SEVERALLY = KeyedPattern.compile("分列|分别|(?<![得评积总])分居");
    private static final KeyedPattern ALL = KeyedPattern.compile("[均都双](双)?[^，]{0,3}[居列排位占进获保稳为]");
    private static final Set<String> RANKS = Set.of("排名", "位次", "名次");
    private static final Set<String> SINCE_LAST_YEAR = Set.of("较上年", "比上年");
    private static final Set<String> FALLS = Set.of("后退", "下降", "下滑", "退后", "倒退");
    private static final KeyedPattern GROWTHS = KeyedPattern.compile("增[速幅]|.*增长率");
    /** What is left over where a subject or a set is cut out of the words around it. */
    private static final KeyedPattern AGAIN = KeyedPattern.compile("(的|又|再)+$");

    /** 在艰难形势下又 says how, not what. */
    private static final KeyedPattern CIRCUMSTANCES = KeyedPattern.compile("在[^，在]{2,12}[下上]");

    private static final KeyedPattern STILL = KeyedPattern.compile(
            "(排名|位次|分别|(?<![得评积总])分|均|继续|(?:已)?连续(?:[一二两三四五六七八九十\\d]{1,3}[年季个月度]{1,2})?|稳|跃|双双|总体|(?<=测评|考评|评比|评价|考核)中)+$");
    private static final KeyedPattern PLACED_IN = KeyedPattern.compile("^(并|且)?(位?居|位?列)?|的$");
    private static final KeyedPattern SET_RANKED = KeyedPattern.compile("排名$");
    private static final KeyedPattern SET_END =
            KeyedPattern.compile("(中|内|里|上)?(的|排名|排|位居|居|(?<![班系序行])列|位次|保持)$|[、中]$");

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Quantity q = reading.quantity(index);
        boolean place = q.kind() == QuantityKind.RANK;
        boolean counted = q.kind() == QuantityKind.COUNT && q.unit().equals("位");
        String raw = reading.lead(index).raw();
        if (!place && !(counted && (PLACED.isIn(raw) || CLIMB.matches(raw)))) {
            return null;
        }
        boolean many = index > 0
                && reading.quantity(index - 1).kind() == QuantityKind.COUNT
                && reading.quantity(index - 1).end() == q.start();
        if (many || SLOGAN.matches(raw) && reading.text().startsWith("第一", q.start())) {
            // 创造7项第一; 坚持效益第一
            return List.of();
        }
        Matcher moved = CLIMB.matcher(raw);
        if (counted && moved.matches()) {
            return List.of(climb(reading, q, moved));
        }
        if (PUT_FIRST.isIn(raw) || MOTTO.isIn(raw) && shape(raw) == null) {
            return List.of();
        }
        boolean enumerates =
                raw.isEmpty() && reading.startsClause(index) && reading.text().startsWith("，", q.end());
        if (enumerates) {
            // 第四，深化改革 numbers what the report goes through.
            return List.of();
        }
        if (raw.endsWith("的") && shape(raw) == null && reading.text().startsWith("、第", q.end())) {
            // 开辟本市的第二、第三股票市场 numbers what is to come.
            return List.of();
        }
        Statement last = reading.last();
        Statement again = last != null && last.measure() == Measure.RANK ? last : null;
        if (again != null && reading.follows(index)) {
            // 分列全市第二和第三 is read with its first place.
            return List.of();
        }
        if (again != null && reading.goesOn(index) && (ONLY_SET.matches(raw) || CITIES.matches(raw))) {
            // 居全国第7位、中部第1位: the same, in another set.
            return List.of(Statement.of(q, again.indicator(), Measure.RANK)
                    .with(q.amount(), "位")
                    .in(PLACED_IN.without(raw)));
        }
        Matcher m = shape(raw);
        String said = m == null ? raw : m.group("subject");
        Matcher held = HELD.matcher(said.length() > SHORT ? "" : reading.clauseBefore(index));
        String subject = held.matches() ? held.group("contest") : said;
        String scope = m == null ? "" : m.group("scope");
        String shared = SEVERALLY.isIn(raw) ? "分" : ALL.isIn(raw) ? "均" : "";
        return statements(reading, index, subject, scope, shared);
    }

    /** 排名上升2位, 前进12位: a change of the rank, upwards where it improves. */
    private static Statement climb(Reading reading, Quantity q, Matcher moved) {
        String said = CIRCUMSTANCES.withoutFirst(moved.group("subject"));
        String subject = AGAIN.withoutFirst(Lead.stripOpeners(said));
        String name = subject.length() < 2 || RANKS.contains(subject) || SINCE_LAST_YEAR.contains(subject)
                ? reading.indicatorBefore() + (RANKS.contains(subject) ? subject : "")
                : subject;
        boolean falls = FALLS.contains(moved.group("way"));
        return Statement.of(q, name, Measure.CHANGE).with(falls ? q.amount().negated() : q.amount(), "位");
    }

    private static @Nullable Matcher shape(String raw) {
        for (Pattern pattern : SHAPES) {
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
        String subject = STILL.withoutFirst(said);
        Matcher contest = CONTEST.matcher(scope.isEmpty() ? subject : scope);
        if (contest.matches() && (scope.isEmpty() || subject.isEmpty())) {
            subject = contest.group("contest");
            String in = contest.group("scope");
            scope = in == null ? scope.equals(subject) ? "" : scope : in;
        }
        Matcher inner = INNER.matcher(subject);
        if (scope.isEmpty() && inner.matches()) {
            subject = inner.group("subject").isEmpty() ? subject : inner.group("subject");
            scope = SET_RANKED.withoutFirst(inner.group("scope"));
        }
        scope = SET_END.without(RankedList.undated(scope));
        Matcher among = IN_SET.matcher(subject);
        if (scope.isEmpty() && among.matches()) {
            // 人均零售额在大中城市位列第一
            subject = among.group("subject");
            scope = among.group("scope");
        }
        if (ENTERED.matches(Lead.stripOpeners(subject)) && scope.length() > 4) {
            subject = scope;
        }
        boolean unsaid = reading.last() == null
                ? subject.isEmpty()
                : Lead.stripOpeners(subject).isEmpty();
        if (unsaid && !scope.isEmpty()) {
            // 位列全国绿色发展百强区第35位: the set's own name says what is compared.
            subject = RankedList.compared(scope, reading.last());
        }
        List<String> names = names(reading, index, Lead.stripOpeners(subject), shared);
        List<Statement> found = new ArrayList<>();
        if (names.stream().allMatch(String::isBlank)) {
            return List.of();
        }
        if (subject.isEmpty() && scope.isEmpty()) {
            String known = RankedList.before(reading, names.get(0));
            scope = known == null ? "" : known;
        }
        if (shared.equals("分")) {
            // 新增上市企业14家、科创板6家，总量分别居第13位、第6位: as many names as places, the last told.
            names = severally(
                    reading,
                    names,
                    run(reading, index),
                    Lead.stripOpeners(subject).isEmpty());
        }
        for (int i = 0; i < names.size(); i++) {
            Quantity at = shared.equals("分") && index + i < reading.size() ? reading.quantity(index + i) : q;
            if (at == q || at.kind() == QuantityKind.RANK) {
                found.add(Statement.of(at, names.get(i), Measure.RANK)
                        .with(at.amount(), "位")
                        .in(scope.isEmpty() ? null : scope));
            }
        }
        return found;
    }

    /** As many names as places: one has them all, 两年分别进入前30名、前20名; untold, a value and its growth have one each. */
    private static List<String> severally(Reading reading, List<String> names, int run, boolean untold) {
        if (names.size() > 1) {
            return names.subList(Math.max(0, names.size() - run), names.size());
        }
        List<Statement> said = reading.statements();
        int last = said.size() - 1;
        boolean grown = untold
                && run == 2
                && last > 0
                && said.get(last).measure() == Measure.GROWTH
                && said.get(last - 1).measure() == Measure.LEVEL
                && said.get(last).indicator().equals(said.get(last - 1).indicator());
        if (grown) {
            return List.of(said.get(last).indicator(), names.get(0));
        }
        return untold && !said.isEmpty() ? names : Collections.nCopies(run, names.get(0));
    }

    private static int run(Reading reading, int index) {
        int end = index + 1;
        while (end < reading.size() && reading.quantity(end).kind() == QuantityKind.RANK && reading.goesOn(end)) {
            end++;
        }
        return end - index;
    }

    /** 总量占全省的13%、全省第二: the place is of 总量. */
    private static Statement withoutShare(Statement s) {
        Matcher share = SHARE.matcher(s.indicator());
        return share.matches() && share.group(1).length() > 1 ? s.of(share.group(1)) : s;
    }

    /** A率、B率全省第一: each of several names of something measured, and each of three and more. */
    private static List<String> joint(String subject, boolean unsaid) {
        List<String> parts = subject.contains("等") ? List.of() : Subjects.split(subject);
        boolean measured =
                parts.stream().allMatch(Subjects::isIndicator) && parts.stream().allMatch(subject::contains);
        return measured || parts.size() > (unsaid ? 2 : 1) && parts.stream().allMatch(part -> part.length() > 3)
                ? parts
                : List.of();
    }

    private static List<String> names(Reading reading, int index, String subject, String shared) {
        List<String> parts = shared.isEmpty() ? List.of() : Subjects.split(subject);
        String clause = subject.isEmpty() && shared.equals("均") ? reading.subjectBefore(index) : "";
        List<String> named = joint(shared.isEmpty() ? subject : clause, shared.isEmpty());
        if (named.size() > 1) {
            return named;
        }
        if (parts.size() > 1 && parts.stream().allMatch(part -> OF_THE_SAME.matches(part))) {
            // 总量、增速均居全省第二: of what was named just before.
            String of = reading.indicatorBefore();
            return of.isEmpty() ? parts : parts.stream().map(part -> of + part).toList();
        }
        boolean contested =
                subject.endsWith("得分") && reading.clauseBefore(index).endsWith("中");
        boolean generic = !contested && (subject.length() < 2 || GENERIC.matches(subject));
        if (!generic) {
            return shared.isEmpty() ? List.of(subject) : Subjects.split(subject);
        }
        String suffix = OF_THE_SAME.matches(subject) ? subject : "";
        List<String> names = new ArrayList<>();
        List<Statement> said = reading.statements();
        for (int i = said.size() - 1; i >= 0; i--) {
            Statement s = withoutShare(said.get(i));
            if (s.measure() == Measure.RANK
                    || s.measure() != said.get(said.size() - 1).measure()) {
                break;
            }
            boolean growth = s.measure() == Measure.GROWTH && suffix.isEmpty() || GROWTHS.matches(suffix);
            if (!growth && !suffix.isEmpty()) {
                names.add(0, s.indicator().endsWith(suffix) ? s.indicator() : s.indicator() + suffix);
                if (shared.isEmpty()) {
                    break;
                }
                continue;
            }
            String head = s.indicator().endsWith("增速") || s.indicator().endsWith("增幅")
                    ? s.indicator().substring(0, s.indicator().length() - 2)
                    : s.indicator();
            names.add(0, growth ? head + (suffix.isEmpty() ? "增速" : suffix) : s.indicator());
            if (shared.isEmpty()) {
                break;
            }
        }
        if (names.isEmpty() && subject.isEmpty()) {
            // 居全省第三、在区域中心城市中排名第二: the same again; else what the clause before speaks of.
            String before = reading.indicatorBefore();
            return List.of(before.isEmpty() ? reading.topicBefore(index) : before);
        }
        return names.isEmpty() ? List.of(subject) : names;
    }
}
