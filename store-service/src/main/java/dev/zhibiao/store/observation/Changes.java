package dev.zhibiao.store.observation;

import java.util.List;

/**
 * What an extraction changed for a reader.
 *
 * @param added ids that are new, or back
 * @param changed ids whose content is another
 * @param withdrawn ids that are gone
 */
public record Changes(List<String> added, List<String> changed, List<String> withdrawn) {

    public Changes {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        withdrawn = List.copyOf(withdrawn);
    }
}
