package dev.earshot.provider.mastodon;

import dev.earshot.provider.SignatureContract;
import dev.earshot.provider.Signed;
import java.util.HexFormat;
import java.util.Map;

class MastodonSignatureTest extends SignatureContract {

    MastodonSignatureTest() {
        super(new Mastodon(), "x-hub-signature", "sha256=", Signed.file("mastodon/status-created.json"));
    }

    @Override
    protected Map<String, String> signed(byte[] key, byte[] body) {
        return Map.of("x-hub-signature", "sha256=" + HexFormat.of().formatHex(Signed.hmac("HmacSHA256", key, body)));
    }
}
