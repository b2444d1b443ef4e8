package dev.zhibiao.store.observation;

import java.util.Collection;

/** Tells who listens what readers see now; implemented where the messages are sent. */
public interface Announcements {

    /** Tells what has not been told of these reports; returns when it has been taken, or repeated by a later try. */
    void tell(Collection<String> reportIds);
}
