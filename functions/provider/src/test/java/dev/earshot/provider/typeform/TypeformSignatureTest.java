package dev.earshot.provider.typeform;

import dev.earshot.provider.SignatureContract;
import dev.earshot.provider.Signed;
import java.util.Base64;
import java.util.Map;

class TypeformSignatureTest extends SignatureContract {

    TypeformSignatureTest() {
        super(new Typeform(), "typeform-signature", "sha256=", Signed.file("typeform/form-response.json"));
    }

    @Override
    protected Map<String, String> signed(byte[] key, byte[] body) {
        return Map.of(
                "typeform-signature",
                "sha256=" + Base64.getEncoder().encodeToString(Signed.hmac("HmacSHA256", key, body)));
    }
}
