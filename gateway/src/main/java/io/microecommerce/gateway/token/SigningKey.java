package io.microecommerce.gateway.token;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.KeyUse;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/**
 * A key that signs login tokens. Only the private half is kept in a file; the public half follows from it, so the two
 * cannot disagree.
 */
public final class SigningKey {

    private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
    private static final String END = "-----END PRIVATE KEY-----";

    private SigningKey() {}

    /**
     * @param file an EC P-256 private key as PKCS#8 PEM
     * @return the pair, its key id the JWK thumbprint of its public half
     * @throws IllegalStateException if the file is not readable or holds something else; the message never shows the key
     */
    public static ECKey read(Path file) {
        try {
            ECPrivateKey secret = (ECPrivateKey)
                    KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(der(Files.readString(file))));
            if (!Curve.P_256.equals(Curve.forECParameterSpec(secret.getParams()))) {
                throw new IllegalStateException(file + " holds a key on another curve than P-256");
            }
            return new ECKey.Builder(Curve.P_256, publicHalf(secret))
                    .privateKey(secret)
                    .keyUse(KeyUse.SIGNATURE)
                    .keyIDFromThumbprint()
                    .build();
        } catch (IOException e) {
            throw new IllegalStateException("The signing key " + file + " cannot be read", e);
        } catch (GeneralSecurityException | JOSEException | IllegalArgumentException | ClassCastException e) {
            throw new IllegalStateException(file + " is not an EC P-256 private key in PKCS#8 PEM", e);
        }
    }

    private static byte[] der(String pem) {
        int begin = pem.indexOf(BEGIN);
        int end = pem.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("No PKCS#8 private key in PEM");
        }
        return Base64.getMimeDecoder().decode(pem.substring(begin + BEGIN.length(), end));
    }

    private static ECPublicKey publicHalf(ECPrivateKey secret) throws GeneralSecurityException {
        ECPoint point = times(secret.getS(), secret.getParams());
        return (ECPublicKey)
                KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, secret.getParams()));
    }

    /**
     * The generator times the scalar, by double-and-add. Java 17 has no such method to call. Its time depends on the key, but
     * it runs once for a key, on no request, where nobody can time it.
     */
    private static ECPoint times(BigInteger scalar, ECParameterSpec curve) {
        ECPoint sum = ECPoint.POINT_INFINITY;
        for (int bit = scalar.bitLength() - 1; bit >= 0; bit--) {
            sum = add(sum, sum, curve);
            if (scalar.testBit(bit)) {
                sum = add(sum, curve.getGenerator(), curve);
            }
        }
        return sum;
    }

    private static ECPoint add(ECPoint left, ECPoint right, ECParameterSpec curve) {
        if (left.equals(ECPoint.POINT_INFINITY)) {
            return right;
        }
        if (right.equals(ECPoint.POINT_INFINITY)) {
            return left;
        }
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger x = left.getAffineX();
        BigInteger y = left.getAffineY();
        BigInteger slope;
        if (left.equals(right)) {
            BigInteger rise = x.pow(2)
                    .multiply(BigInteger.valueOf(3))
                    .add(curve.getCurve().getA());
            slope = rise.multiply(y.shiftLeft(1).modInverse(p));
        } else {
            slope = right.getAffineY()
                    .subtract(y)
                    .multiply(right.getAffineX().subtract(x).modInverse(p));
        }
        BigInteger sumX = slope.pow(2).subtract(x).subtract(right.getAffineX()).mod(p);
        BigInteger sumY = slope.multiply(x.subtract(sumX)).subtract(y).mod(p);
        return new ECPoint(sumX, sumY);
    }
}
