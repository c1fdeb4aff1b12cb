package io.leadwell.acquire.content;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A WebM file (RFC 8794, RFC 9559): elements of id, length and content. Film and sound stand in
 * clusters, each with the time it begins at. What a browser records has clusters of unknown length:
 * they end where the next one begins.
 */
final class Webm {

  private static final int SEGMENT = 0x18538067;
  private static final int INFO = 0x1549A966;
  private static final int SCALE = 0x2AD7B1;
  private static final int DURATION = 0x4489;
  private static final int CLUSTER = 0x1F43B675;
  private static final int TIME = 0xE7;
  private static final Set<Integer> ENTERED = Set.of(SEGMENT, INFO, CLUSTER);
  private static final long UNKNOWN = -1;
  private static final double NANOS = 1e9;
  private static final int MOST_ELEMENTS = 2_000_000;

  /** An element: where its content starts and where the next element does. */
  private record Element(int id, long content, long length) {

    long end() {
      return content + length;
    }
  }

  private final FileChannel file;
  private final long size;
  private double scale = 1_000_000;
  private double duration;
  private double lastCluster;
  private boolean whole = true;
  private boolean clusters;

  /** Clusters later than this are beyond what is asked for. */
  private final double wanted;

  private long enough;

  private Webm(FileChannel file, double wanted) throws IOException {
    this.file = file;
    this.size = file.size();
    this.wanted = wanted;
    this.enough = size;
    walk();
  }

  /** Null when it is none, or when its end is missing. */
  static @Nullable Webm of(FileChannel file) throws IOException {
    Webm film = new Webm(file, Double.MAX_VALUE);
    return film.whole && film.clusters ? film : null;
  }

  /** So many bytes from the start are enough to play the first seconds. */
  static long bytesOf(FileChannel file, int seconds) throws IOException {
    return new Webm(file, seconds).enough;
  }

  @Nullable Integer seconds() {
    double seconds = duration > 0 ? duration * scale / NANOS : lastCluster;
    return seconds > 0 && seconds < 1_000_000 ? (int) Math.ceil(seconds) : null;
  }

  private void walk() throws IOException {
    long at = 0;
    long clusterStart = 0;
    long clusterEnd = 0;
    for (int i = 0; at < size && i < MOST_ELEMENTS; i++) {
      Element element = element(at);
      boolean entered = element != null && ENTERED.contains(element.id());
      if (element == null
          || element.length() != UNKNOWN && element.end() > size
          || element.length() == UNKNOWN && !entered) {
        whole = false;
        return;
      }
      if (element.id() == CLUSTER) {
        clusters = true;
        clusterStart = at;
        clusterEnd = element.length() == UNKNOWN ? 0 : element.end();
      }
      at = entered ? element.content() : element.end();
      if (element.id() == TIME) {
        lastCluster = number(element) * scale / NANOS;
        if (lastCluster > wanted) {
          enough = clusterStart;
          return;
        }
        at = Math.max(at, clusterEnd);
      } else if (element.id() == SCALE) {
        scale = number(element);
      } else if (element.id() == DURATION) {
        duration = real(element);
      }
    }
  }

  private double real(Element element) throws IOException {
    ByteBuffer value = read(element.content(), (int) Math.min(8, element.length()));
    return switch (value.remaining()) {
      case 4 -> value.getFloat(0);
      case 8 -> value.getDouble(0);
      default -> 0;
    };
  }

  private long number(Element element) throws IOException {
    ByteBuffer value = read(element.content(), (int) Math.min(8, element.length()));
    long number = 0;
    while (value.hasRemaining()) {
      number = number << 8 | value.get() & 0xff;
    }
    return number;
  }

  /** Null when there is no element here. */
  private @Nullable Element element(long at) throws IOException {
    ByteBuffer head = read(at, (int) Math.min(12, size - at));
    if (head.remaining() < 2) {
      return null;
    }
    int idLength = Integer.numberOfLeadingZeros(head.get(0) & 0xff) - 23;
    if (idLength > 4 || head.remaining() <= idLength) {
      return null;
    }
    int id = 0;
    for (int i = 0; i < idLength; i++) {
      id = id << 8 | head.get(i) & 0xff;
    }
    int first = head.get(idLength) & 0xff;
    int length = Integer.numberOfLeadingZeros(first) - 23;
    if (length > 8 || head.remaining() < idLength + length) {
      return null;
    }
    long value = first & (0xff >> length);
    boolean ones = value == 0xff >> length;
    for (int i = 1; i < length; i++) {
      int next = head.get(idLength + i) & 0xff;
      ones &= next == 0xff;
      value = value << 8 | next;
    }
    return new Element(id, at + idLength + length, ones ? UNKNOWN : value);
  }

  private ByteBuffer read(long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(Math.max(0, length));
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
      // until it is full
    }
    return buffer.flip();
  }
}
