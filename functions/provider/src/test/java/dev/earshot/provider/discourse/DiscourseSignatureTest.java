package dev.earshot.provider.discourse;

import dev.earshot.provider.SignatureContract;
import dev.earshot.provider.Signed;
import java.util.HexFormat;
import java.util.Map;

class DiscourseSignatureTest extends SignatureContract {

    DiscourseSignatureTest() {
        super(new Discourse(), "x-discourse-event-signature", "sha256=", Signed.file("discourse/post-created.json"));
    }

    @Override
    protected Map<String, String> signed(byte[] key, byte[] body) {
        return Map.of(
                "x-discourse-event-signature",
                "sha256=" + HexFormat.of().formatHex(Signed.hmac("HmacSHA256", key, body)));
    }
}
