package dev.zhibiao.local;

import dev.zhibiao.events.CloudEventHeaders;
import dev.zhibiao.events.EventJson;
import dev.zhibiao.events.EventType;
import dev.zhibiao.events.Origin;
import dev.zhibiao.events.ReportId;
import dev.zhibiao.events.ReportReceived;
import dev.zhibiao.events.Sha256;
import dev.zhibiao.events.Topic;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Random;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Reports of invented places, each with figures of its own and of another length; the same number gives the same text. */
final class SyntheticReports {

    private static final String[] NAMES = {"地区生产总值", "规模以上工业增加值", "固定资产投资", "社会消费品零售总额", "一般公共预算收入", "城镇居民人均可支配收入"};
    private static final String[] AREAS = {"青原县", "望汐县", "临澜市", "云禾区", "白石县"};

    private final int sentences;

    /**
     * Of a length.
     *
     * @param sentences of one report in the mean; with 400 it has 26 kB
     */
    SyntheticReports(int sentences) {
        this.sentences = sentences;
    }

    String text(int number) {
        Random random = new Random(number);
        String area = AREAS[number % AREAS.length];
        int year = 2010 + number % 14;
        StringBuilder text = new StringBuilder(year + "年" + area + "政府工作报告\n各位代表：\n一、" + (year - 1) + "年工作回顾\n");
        int length = sentences / 2 + random.nextInt(sentences);
        for (int i = 0; i < length; i++) {
            text.append("全县实现")
                    .append(NAMES[random.nextInt(NAMES.length)])
                    .append(10 + random.nextInt(9000) / 10.0)
                    .append("亿元，增长")
                    .append(random.nextInt(200) / 10.0)
                    .append("%。")
                    .append(i % 5 == 4 ? "\n" : "");
        }
        return text.append("第").append(number).append("号\n").toString();
    }

    /** As ingest publishes it. */
    ProducerRecord<String, byte[]> received(int number) {
        String text = text(number);
        byte[] document = text.getBytes(StandardCharsets.UTF_8);
        String id = ReportId.of(text);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Origin origin = new Origin("text/plain", "UTF-8", document.length, Sha256.hex(document), null);
        ReportReceived event = new ReportReceived(id, text, Sha256.hex(text), origin, null, now);
        ProducerRecord<String, byte[]> record =
                new ProducerRecord<>(Topic.RECEIVED.topicName(), id, EventJson.write(event));
        CloudEventHeaders.of(EventType.RECEIVED, EventType.RECEIVED.id(id, ""), "/zhibiao/ingest", id, now)
                .forEach(record.headers()::add);
        return record;
    }
}
