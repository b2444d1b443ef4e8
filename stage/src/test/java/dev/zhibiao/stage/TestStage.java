package dev.zhibiao.stage;

import java.time.Duration;

record TestStage(String name, Duration grace) implements StageConfig {}
