package dev.zhibiao.store.page;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What somebody may mean who types in a search box.
 *
 * @param kind {@code area} or {@code indicator}
 * @param code what queries take
 * @param name in Chinese; an area's newest
 * @param nameEn of an indicator
 * @param path of an area, with what it belongs to
 * @param matched the name or alias that fits what was typed
 * @param observations that there are: of an area under this code, of an indicator by this code
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Suggestion(
        String kind,
        String code,
        String name,
        @Nullable String nameEn,
        @Nullable String path,
        String matched,
        long observations) {}
