package dev.earshot.edge;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.earshot.core.json.EarshotJson;
import dev.earshot.core.notice.Notice;
import dev.earshot.core.notice.NoticeMail;
import dev.earshot.core.notice.NoticePublisher;
import java.util.Map;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishResponse;

/** Publishes to the SNS topic: JSON for programs, plain text for e-mail, attributes for filter policies. */
public final class SnsNoticePublisher implements NoticePublisher {

    private final SnsClient sns;
    private final String topicArn;

    public SnsNoticePublisher(SnsClient sns, String topicArn) {
        this.sns = sns;
        this.topicArn = topicArn;
    }

    @Override
    public void publish(Notice notice) {
        NoticeMail mail = NoticeMail.of(notice);
        ObjectNode byProtocol = EarshotJson.mapper().createObjectNode();
        byProtocol.put("default", notice.json()).put("email", mail.text());
        PublishResponse published = sns.publish(p -> p.topicArn(topicArn)
                .messageStructure("json")
                .message(byProtocol.toString())
                .subject(mail.subject())
                .messageAttributes(Map.of(
                        "department", text(notice.department()),
                        "kind", text(notice.kind().word()),
                        "priority", text(notice.priority().name()))));
        Hop.PUBLISHED.logFor(
                notice.mention().id().value(),
                notice.department() + " " + notice.priority() + ", notice " + notice.noticeId(),
                published.messageId());
    }

    private static MessageAttributeValue text(String value) {
        return MessageAttributeValue.builder()
                .dataType("String")
                .stringValue(value)
                .build();
    }
}
