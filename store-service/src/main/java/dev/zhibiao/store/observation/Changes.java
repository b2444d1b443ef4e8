package dev.zhibiao.store.observation;

import dev.zhibiao.events.ObservationChange;
import java.util.List;

/**
 * What an extraction changed for a reader.
 *
 * @param added ids that are new, or back
 * @param changed ids whose content is another
 * @param withdrawn ids that are gone
 * @param details what is another in the changed ones, {@link #MOST_DETAILS} at most
 */
public record Changes(
        List<String> added, List<String> changed, List<String> withdrawn, List<ObservationChange> details) {

    /** A report's document has room for so many beside its ids. */
    public static final int MOST_DETAILS = 2000;

    public static final Changes NONE = new Changes(List.of(), List.of(), List.of(), List.of());

    public Changes {
        added = List.copyOf(added);
        changed = List.copyOf(changed);
        withdrawn = List.copyOf(withdrawn);
        details = List.copyOf(details);
    }

    /** Whether a reader sees no difference. */
    public boolean none() {
        return added.isEmpty() && changed.isEmpty() && withdrawn.isEmpty();
    }
}
