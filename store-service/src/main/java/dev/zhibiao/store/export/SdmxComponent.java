package dev.zhibiao.store.export;

/** The components of the data structure definition, in the order of the columns. */
enum SdmxComponent {
    FREQ(Role.DIMENSION, "频率", "Frequency of the period"),
    REF_AREA(Role.DIMENSION, "地区代码", "Area, GB/T 2260; _U where it is unknown"),
    INDICATOR(
            Role.DIMENSION, "指标代码", "Canonical indicator; _O where the phrase is in no catalogue, see INDICATOR_TEXT"),
    OBS_NATURE(Role.DIMENSION, "性质", "Reached, aimed at or expected"),
    TRANSFORMATION(Role.DIMENSION, "度量", "What the value is"),
    OBSERVATION_ID(Role.DIMENSION, "观测编号", "Permanent id; several reports tell of one fact"),
    TIME_PERIOD(
            Role.TIME, "时期", "Period, ISO 8601; several years or months as first day and duration; _U where unknown"),
    OBS_VALUE(Role.MEASURE, "数值", "Value, of a range the lower end"),
    INDICATOR_TEXT(Role.ATTRIBUTE, "指标原文", "The phrase that names the indicator"),
    UNIT_MEASURE(Role.ATTRIBUTE, "单位", "Unit as written, without magnitude words; empty for a pure number"),
    UNIT_MULT(Role.ATTRIBUTE, "单位乘数", "Power of ten to multiply by: 0"),
    OBS_COMPARATOR(Role.ATTRIBUTE, "界限", "=, >=, >, <=, < or ~ (about)"),
    OBS_VALUE_MAX(Role.ATTRIBUTE, "区间上限", "Upper end of a range"),
    BASE_PERIOD(Role.ATTRIBUTE, "基期", "Base of a growth, change or multiple where it is not the year before"),
    RANK_SCOPE(Role.ATTRIBUTE, "排名范围", "Set that a rank is in"),
    REF_AREA_TEXT(Role.ATTRIBUTE, "地区", "Path of the area"),
    AREA_TEXT(Role.ATTRIBUTE, "地区原文", "Part of the area, or other area, as the text names it"),
    REPORT_ID(Role.ATTRIBUTE, "报告编号", "Report"),
    EVIDENCE(Role.ATTRIBUTE, "证据", "The value as the text has it"),
    EVIDENCE_START(Role.ATTRIBUTE, "起点", "First Unicode code point of the evidence in the report's text, from 0"),
    EVIDENCE_END(Role.ATTRIBUTE, "终点", "Code point after the last"),
    SENTENCE(Role.ATTRIBUTE, "句子", "The sentence that it stands in"),
    SOURCE(Role.ATTRIBUTE, "来源", "Addresses of the report, parted by blanks"),
    EXTRACTOR_VERSION(Role.ATTRIBUTE, "抽取版本", "What read it"),
    CORRECTION(Role.ATTRIBUTE, "更正", "What somebody corrected, each as field: extracted -> corrected");

    enum Role {
        DIMENSION,
        TIME,
        MEASURE,
        ATTRIBUTE
    }

    private final Role role;
    private final String chinese;
    private final String english;

    SdmxComponent(Role role, String chinese, String english) {
        this.role = role;
        this.chinese = chinese;
        this.english = english;
    }

    Role role() {
        return role;
    }

    /** Name in Chinese. */
    String chinese() {
        return chinese;
    }

    /** Name or explanation in English. */
    String english() {
        return english;
    }
}
