package dev.zhibiao.store.export;

import dev.zhibiao.catalogue.Indicator;
import dev.zhibiao.store.query.Catalogue;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The data structure definition of {@link SdmxRow} as an SDMX-JSON 2.0 structure message. */
@Singleton
class SdmxStructure {

    private static final String AGENCY = "ZHIBIAO";
    private static final String VERSION = "1.0";
    /** When this version was drawn up: a message's own time would be another with every answer. */
    private static final String PREPARED = "2026-11-28T00:00:00Z";

    private static final String CONCEPTS = "CS_OBSERVATIONS";

    /** Code lists by the component that takes its values from them: id, Chinese name, English name. */
    private final Map<SdmxComponent, List<Code>> codes = new LinkedHashMap<>();

    SdmxStructure(Catalogue catalogue) {
        codes.put(
                SdmxComponent.FREQ,
                List.of(
                        new Code("A", "年", "Annual"),
                        new Code("S", "半年", "Half-yearly"),
                        new Code("Q", "季", "Quarterly"),
                        new Code("M", "月", "Monthly"),
                        new Code("D", "日", "Daily"),
                        new Code("A5", "五年", "Quinquennial"),
                        new Code("_O", "其他", "Another range of months or years"),
                        new Code("_U", "不明", "Unknown")));
        codes.put(
                SdmxComponent.INDICATOR,
                Stream.concat(
                                catalogue.indicators().all().stream().map(SdmxStructure::code),
                                Stream.of(new Code("_O", "其他", "Another, named in INDICATOR_TEXT")))
                        .toList());
        codes.put(
                SdmxComponent.OBS_NATURE,
                List.of(
                        new Code("actual", "实绩", "Reached"),
                        new Code("target", "目标", "Aimed at"),
                        new Code("estimate", "预计", "Expected")));
        codes.put(
                SdmxComponent.TRANSFORMATION,
                List.of(
                        new Code("level", "水平", "Level"),
                        new Code("growth", "增速", "Growth in per cent of the base"),
                        new Code("change", "增减量", "Change in the unit of the level, or in percentage points"),
                        new Code("multiple", "倍数", "Multiple of the base"),
                        new Code("rank", "位次", "Rank")));
    }

    private record Code(String id, String chinese, String english) {}

    private static Code code(Indicator indicator) {
        return new Code(indicator.code(), indicator.name(), indicator.englishName());
    }

    Map<String, Object> message() {
        Map<String, Object> structure =
                maintainable("OBSERVATIONS", "政府工作报告观测值", "Observations of government work reports");
        structure.put("dataStructureComponents", components());
        Map<String, Object> concepts = maintainable(CONCEPTS, "概念", "Concepts");
        concepts.put(
                "concepts",
                Stream.of(SdmxComponent.values())
                        .map(c -> named(c.name(), c.chinese(), c.english()))
                        .toList());
        List<Object> lists = new ArrayList<>();
        codes.forEach((component, list) -> {
            Map<String, Object> codelist = maintainable(listId(component), component.chinese(), component.english());
            codelist.put(
                    "codes",
                    list.stream()
                            .map(c -> named(c.id(), c.chinese(), c.english()))
                            .toList());
            lists.add(codelist);
        });
        // First what the message is: readers look for the schema in its beginning.
        return ordered(
                "meta",
                ordered(
                        "schema",
                        "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json",
                        "id",
                        AGENCY + "-STRUCTURE",
                        "prepared",
                        PREPARED,
                        "sender",
                        Map.of("id", AGENCY),
                        "contentLanguages",
                        List.of("zh", "en")),
                "data",
                ordered("dataStructures", List.of(structure), "conceptSchemes", List.of(concepts), "codelists", lists));
    }

    /** Names and values in turn; always in this order, so that the same answer has the same entity tag everywhere. */
    private static Map<String, Object> ordered(Object... namesAndValues) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return map;
    }

    private Map<String, Object> components() {
        Map<String, Object> dimensions = new LinkedHashMap<>();
        dimensions.put("id", "DimensionDescriptor");
        dimensions.put("dimensions", of(SdmxComponent.Role.DIMENSION));
        dimensions.put("timeDimension", of(SdmxComponent.Role.TIME).get(0));
        Map<String, Object> components = new LinkedHashMap<>();
        components.put("dimensionList", dimensions);
        components.put("measureList", ordered("id", "MeasureDescriptor", "measures", of(SdmxComponent.Role.MEASURE)));
        components.put(
                "attributeList", ordered("id", "AttributeDescriptor", "attributes", of(SdmxComponent.Role.ATTRIBUTE)));
        return components;
    }

    private List<Map<String, Object>> of(SdmxComponent.Role role) {
        return Stream.of(SdmxComponent.values())
                .filter(component -> component.role() == role)
                .map(this::component)
                .toList();
    }

    private Map<String, Object> component(SdmxComponent component) {
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("id", component.name());
        described.put(
                "conceptIdentity",
                "urn:sdmx:org.sdmx.infomodel.conceptscheme.Concept=" + AGENCY + ":" + CONCEPTS + "(" + VERSION + ")."
                        + component.name());
        described.put("localRepresentation", representation(component));
        switch (component.role()) {
            case DIMENSION -> described.put("position", component.ordinal());
            case ATTRIBUTE -> described.put("attributeRelationship", Map.of("observation", Map.of()));
            default -> {}
        }
        return described;
    }

    private Map<String, Object> representation(SdmxComponent component) {
        if (codes.containsKey(component)) {
            return Map.of(
                    "enumeration",
                    "urn:sdmx:org.sdmx.infomodel.codelist.Codelist=" + AGENCY + ":" + listId(component) + "(" + VERSION
                            + ")");
        }
        return Map.of(
                "format",
                Map.of(
                        "dataType",
                        switch (component) {
                            case TIME_PERIOD -> "ObservationalTimePeriod";
                            case OBS_VALUE, OBS_VALUE_MAX -> "Decimal";
                            case UNIT_MULT, EVIDENCE_START, EVIDENCE_END -> "Integer";
                            default -> "String";
                        }));
    }

    private static String listId(SdmxComponent component) {
        return "CL_" + component.name();
    }

    private static Map<String, Object> maintainable(String id, String chinese, String english) {
        Map<String, Object> artefact = named(id, chinese, english);
        artefact.put("agencyID", AGENCY);
        artefact.put("version", VERSION);
        return artefact;
    }

    private static Map<String, Object> named(String id, String chinese, String english) {
        Map<String, Object> artefact = new LinkedHashMap<>();
        artefact.put("id", id);
        artefact.put("name", english);
        artefact.put("names", ordered("zh", chinese, "en", english));
        return artefact;
    }
}
