package dev.zhibiao.extract.grammar.rule;

import java.util.List;

class CountedWholeTest extends RuleContract {

    @Override
    List<String> examples() {
        return List.of("达标的有12个县，占全省⟦90个⟧县的13%。 -> nothing", "旱地占全县现有⟦12万亩⟧耕地的24%。 -> nothing");
    }

    @Override
    List<String> lookAlikes() {
        return List.of("占地120亩的展馆完成80%。", "高新企业达90家，占全省的13%。");
    }
}
