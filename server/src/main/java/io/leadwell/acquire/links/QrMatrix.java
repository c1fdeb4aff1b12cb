package io.leadwell.acquire.links;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.util.Map;

/** The dark and light modules of a code, without size: one module is one. */
record QrMatrix(BitMatrix bits) {

  /** What scanners need around it, in modules. */
  static final int QUIET = 4;

  /** A logo hides this share of a side at most; with the level for it the rest suffices. */
  static final double LOGO = 0.22;

  static QrMatrix of(String text, boolean withLogo) {
    Map<EncodeHintType, Object> hints =
        Map.of(
            EncodeHintType.ERROR_CORRECTION,
            withLogo ? ErrorCorrectionLevel.H : ErrorCorrectionLevel.M,
            EncodeHintType.CHARACTER_SET,
            "UTF-8",
            EncodeHintType.MARGIN,
            0);
    try {
      return new QrMatrix(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0, hints));
    } catch (WriterException e) {
      throw new IllegalStateException("An address of a link fits into a code", e);
    }
  }

  int size() {
    return bits.getWidth();
  }

  /** With its quiet zone on both sides. */
  int whole() {
    return size() + 2 * QUIET;
  }

  boolean dark(int x, int y) {
    return bits.get(x, y);
  }
}
