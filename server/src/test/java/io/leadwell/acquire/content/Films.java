package io.leadwell.acquire.content;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Films for tests: with an index as players need it, and pictures that are only bytes. */
final class Films {

  static final int SAMPLE = 1_000;

  private Films() {}

  /** One sample a second, {@code perChunk} in a chunk, each of {@link #SAMPLE} bytes. */
  static byte[] mp4(int seconds, int perChunk, boolean indexFirst) {
    byte[] type = box("ftyp", "isom".getBytes(StandardCharsets.US_ASCII), new byte[4]);
    byte[] pictures = new byte[seconds * SAMPLE];
    for (int i = 0; i < pictures.length; i++) {
      pictures[i] = (byte) (i / SAMPLE + 1);
    }
    byte[] data = box("mdat", pictures);
    int indexLength = moov(seconds, perChunk, 0).length;
    int first = type.length + (indexFirst ? indexLength : 0) + 8;
    byte[] index = moov(seconds, perChunk, first);
    return indexFirst ? join(type, index, data) : join(type, data, index);
  }

  private static byte[] moov(int seconds, int perChunk, int first) {
    int chunks = (seconds + perChunk - 1) / perChunk;
    int[] offsets = new int[chunks];
    for (int i = 0; i < chunks; i++) {
      offsets[i] = first + i * perChunk * SAMPLE;
    }
    byte[] table =
        box(
            "stbl",
            box("stts", ints(0, 1, seconds, 600)),
            box("stsz", ints(0, SAMPLE, seconds)),
            box("stsc", ints(0, 1, 1, perChunk, 1)),
            box("stco", ints(0, chunks), ints(offsets)));
    return box(
        "moov",
        box("mvhd", ints(0, 0, 0, 600, seconds * 600)),
        box(
            "trak",
            box("tkhd", ints(0, 0, 0, 1, 0)),
            box("mdia", box("mdhd", ints(0, 0, 0, 600, seconds * 600)), box("minf", table))));
  }

  /** A film in fragments of one second, as browsers record it. */
  static byte[] fragments(int seconds) {
    List<byte[]> parts = new ArrayList<>();
    parts.add(box("ftyp", "iso5".getBytes(StandardCharsets.US_ASCII), new byte[4]));
    parts.add(
        box(
            "moov",
            box("mvhd", ints(0, 0, 0, 600, 0)),
            box(
                "trak",
                box("tkhd", ints(0, 0, 0, 1, 0)),
                box("mdia", box("mdhd", ints(0, 0, 0, 600, 0))))));
    for (int i = 0; i < seconds; i++) {
      parts.add(box("moof", box("traf", box("tfhd", ints(0, 1)), box("tfdt", ints(0, i * 600)))));
      parts.add(box("mdat", new byte[SAMPLE]));
    }
    return join(parts.toArray(byte[][]::new));
  }

  /** A cluster a second; of known length or, as a browser records, of unknown. */
  static byte[] webm(int seconds, boolean known) {
    List<byte[]> clusters = new ArrayList<>();
    for (int i = 0; i < seconds; i++) {
      byte[] time = element(new int[] {0xE7}, ByteBuffer.allocate(4).putInt(i * 1000).array());
      byte[] block = element(new int[] {0xA3}, new byte[SAMPLE]);
      byte[] content = join(time, block);
      clusters.add(
          known
              ? element(new int[] {0x1F, 0x43, 0xB6, 0x75}, content)
              : join(unknown(0x1F, 0x43, 0xB6, 0x75), content));
    }
    byte[] head =
        element(
            new int[] {0x1A, 0x45, 0xDF, 0xA3},
            element(new int[] {0x42, 0x82}, "webm".getBytes(StandardCharsets.US_ASCII)));
    byte[] info =
        element(
            new int[] {0x15, 0x49, 0xA9, 0x66},
            join(
                element(new int[] {0x2A, 0xD7, 0xB1}, new byte[] {0x0F, 0x42, 0x40}),
                element(
                    new int[] {0x44, 0x89},
                    ByteBuffer.allocate(8).putDouble(seconds * 1000.0).array())));
    byte[] content = join(info, join(clusters.toArray(byte[][]::new)));
    return join(
        head,
        known
            ? element(new int[] {0x18, 0x53, 0x80, 0x67}, content)
            : join(unknown(0x18, 0x53, 0x80, 0x67), content));
  }

  private static byte[] element(int[] id, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int part : id) {
      out.write(part);
    }
    out.writeBytes(ByteBuffer.allocate(8).putLong(0x0100000000000000L | content.length).array());
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] unknown(int... id) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int part : id) {
      out.write(part);
    }
    out.writeBytes(ByteBuffer.allocate(8).putLong(0x01FFFFFFFFFFFFFFL).array());
    return out.toByteArray();
  }

  private static byte[] box(String kind, byte[]... contents) {
    byte[] content = join(contents);
    return join(ints(content.length + 8), kind.getBytes(StandardCharsets.US_ASCII), content);
  }

  private static byte[] ints(int... values) {
    ByteBuffer buffer = ByteBuffer.allocate(4 * values.length);
    for (int value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }
}
