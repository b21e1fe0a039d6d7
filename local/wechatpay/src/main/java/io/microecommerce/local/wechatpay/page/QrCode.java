package io.microecommerce.local.wechatpay.page;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;

/** A QR code as SVG, one unit a module. */
record QrCode(String content) {

    String svg() {
        BitMatrix matrix = matrix();
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" role="img" aria-label="QR code" \
                shape-rendering="crispEdges"><path fill="#fff" d="M0 0h%1$dv%2$dH0z"/><path d="%s"/></svg>"""
                .formatted(matrix.getWidth(), matrix.getHeight(), path);
    }

    private BitMatrix matrix() {
        try {
            return new QRCodeWriter().encode(content, BarcodeFormat.QR_CODE, 1, 1);
        } catch (WriterException tooLong) {
            throw new IllegalStateException("cannot be a QR code: " + content, tooLong);
        }
    }
}
