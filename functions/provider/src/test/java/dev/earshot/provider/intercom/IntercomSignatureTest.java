package dev.earshot.provider.intercom;

import dev.earshot.provider.SignatureContract;
import dev.earshot.provider.Signed;
import java.util.HexFormat;
import java.util.Map;

class IntercomSignatureTest extends SignatureContract {

    IntercomSignatureTest() {
        super(new Intercom(), "x-hub-signature", "sha1=", Signed.file("intercom/conversation-user-created.json"));
    }

    @Override
    protected Map<String, String> signed(byte[] key, byte[] body) {
        return Map.of("x-hub-signature", "sha1=" + HexFormat.of().formatHex(Signed.hmac("HmacSHA1", key, body)));
    }
}
