package dev.zhibiao.extract.grammar.rule;

/** The verbs that belong to an indicator: 新增, 完成, 引进. */
final class Verbs {

    private static final java.util.Map<String, String> WORDS =
            dev.zhibiao.extract.grammar.text.WordList.load("verbs.tsv");

    private Verbs() {}

    /** The verb a phrase begins with, or nothing. */
    static String leading(String phrase) {
        return WORDS.keySet().stream().filter(phrase::startsWith).findFirst().orElse("");
    }

    /** The phrase from its last verb on, where it is long; 通过增容调绿新增发展空间 is about 新增发展空间. */
    static String shortened(String phrase) {
        int cut = 0;
        if (phrase.length() > 12) {
            for (String verb : WORDS.keySet()) {
                int at = phrase.lastIndexOf(verb);
                boolean leaves = at > cut && phrase.length() - at >= verb.length() + 3;
                cut = leaves && phrase.lastIndexOf('”') < at ? at : cut;
            }
        }
        return phrase.substring(cut);
    }
}
