package dev.zhibiao.local;

/**
 * One way in which a broker is not as the table of topics says.
 *
 * @param where the topic, or the broker by its number
 * @param setting Kafka's name of it; {@code partitions} of a topic that is not there at all
 * @param actual what it is, empty where it is not there
 * @param wanted what the table says
 * @param change what can be done about it
 */
record TopicDifference(String where, String setting, String actual, String wanted, Change change) {

    /** What can be done about a difference. */
    enum Change {
        /** The topic is created. */
        CREATE,
        /** Partitions are added. */
        RAISE,
        /** The setting is altered, the topic's others stay. */
        ALTER,
        /** Nothing: Kafka has no way to take partitions away. */
        NEVER_LOWERED,
        /** Nothing: a key's older record would stay in one partition while newer ones come into another. */
        COMPACTED,
        /** Nothing from here: it is read when the broker starts. */
        OF_BROKER,
        /** Nothing: who asks may not see it. */
        UNREADABLE
    }

    /** Whether it can be put right from here. */
    boolean changeable() {
        return switch (change) {
            case CREATE, RAISE, ALTER -> true;
            case NEVER_LOWERED, COMPACTED, OF_BROKER, UNREADABLE -> false;
        };
    }

    /** Whether it is known to differ. */
    boolean certain() {
        return change != Change.UNREADABLE;
    }
}
