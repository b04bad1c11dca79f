package dev.earshot.emulators.sns;

import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The key that signs deliveries, and the certificate by which receivers check them. */
final class SigningKey {

    private static final int BITS = 2_048;
    private static final X500Name SUBJECT = new X500Name("CN=sns.local.earshot.dev");
    /** Wide, so that tests with a fixed clock and receivers with a real one both find it valid. */
    private static final Date NOT_BEFORE = Date.from(Instant.parse("2000-01-01T00:00:00Z"));

    private static final Date NOT_AFTER = Date.from(Instant.parse("2100-01-01T00:00:00Z"));

    private final PrivateKey key;
    private final String certificatePem;

    private SigningKey(PrivateKey key, String certificatePem) {
        this.key = key;
        this.certificatePem = certificatePem;
    }

    /** Takes a good part of a second. */
    static SigningKey generate() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            KeyPair pair = generator.generateKeyPair();
            return new SigningKey(pair.getPrivate(), pem(selfSigned(pair)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("no signing key", e);
        }
    }

    String certificatePem() {
        return certificatePem;
    }

    /** The base64 signature of this text: version 1 by SHA-1, version 2 by SHA-256. */
    String sign(String text, String version) {
        try {
            Signature signature = Signature.getInstance(version.equals("2") ? "SHA256withRSA" : "SHA1withRSA");
            signature.initSign(key);
            signature.update(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot sign", e);
        }
    }

    private static X509CertificateHolder selfSigned(KeyPair pair) throws OperatorCreationException {
        return new JcaX509v3CertificateBuilder(
                        SUBJECT, BigInteger.ONE, NOT_BEFORE, NOT_AFTER, SUBJECT, pair.getPublic())
                .build(new JcaContentSignerBuilder("SHA256withRSA").build(pair.getPrivate()));
    }

    private static String pem(X509CertificateHolder certificate) throws IOException {
        StringWriter out = new StringWriter();
        try (JcaPEMWriter pem = new JcaPEMWriter(out)) {
            pem.writeObject(certificate);
        }
        return out.toString();
    }
}
