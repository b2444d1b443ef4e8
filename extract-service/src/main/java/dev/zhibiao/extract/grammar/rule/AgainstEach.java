package dev.zhibiao.extract.grammar.rule;

import dev.zhibiao.extract.grammar.indicator.Lead;
import dev.zhibiao.extract.grammar.period.Times;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code 分别比上年和2000年增长5.2%和48.6%}: one subject measured against several bases, a growth for each. */
final class AgainstEach implements Rule {

    private static final Pattern SHAPE = Pattern.compile("^(?<subject>.*?)(?:分别)?[比较与同](?<bases>" + Times.BASE + "(?:"
            + Times.AND + Times.BASE + ")+)(?:相比)?(?:分别|各)?(?<move>[^比较]+)$");
    private static final Pattern AND = Pattern.compile(Times.AND);

    @Override
    public @Nullable List<Statement> read(Reading reading, int index) {
        Matcher m = SHAPE.matcher(reading.lead(index).raw());
        if (!m.matches()) {
            return null;
        }
        String[] bases = AND.split(m.group("bases"));
        Lead lead = Lead.of(m.group("subject") + m.group("move"));
        boolean moves = lead.move() == Lead.Move.GROW || lead.move() == Lead.Move.FALL;
        String subject = Moves.subject(reading, lead);
        if (!moves || subject.isEmpty() || reading.run(index) != bases.length) {
            return null;
        }
        List<Statement> found = new ArrayList<>();
        for (int i = 0; i < bases.length; i++) {
            found.add(Moves.say(reading.quantity(index + i), subject, lead).against(bases[i], lead.yearly()));
        }
        return found;
    }
}
