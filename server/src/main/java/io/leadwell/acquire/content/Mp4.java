package io.leadwell.acquire.content;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An MP4 file (ISO 14496-12): a row of boxes. {@code moov} says where each moment of the film lies
 * in {@code mdat}, or, of a film in fragments, each {@code moof} where its own part lies.
 */
final class Mp4 {

  /** A box: its kind, where it starts, how long it is, and how long its head is. */
  record Box(String kind, long start, long length, int head) {

    long end() {
      return start + length;
    }
  }

  private static final int LARGEST_INDEX = 64 * 1024 * 1024;
  private static final int MOST_BOXES = 100_000;

  private final FileChannel file;
  private final List<Box> boxes;
  private final ByteBuffer index;
  private final List<Mp4Track> tracks;

  private Mp4(FileChannel file, List<Box> boxes, ByteBuffer index) {
    this.file = file;
    this.boxes = boxes;
    this.index = index;
    this.tracks = Mp4Track.all(index);
  }

  /** Null when it is none, or when its end is missing. */
  static @Nullable Mp4 of(FileChannel file) throws IOException {
    try {
      List<Box> boxes = boxes(file);
      Box moov = boxes == null ? null : find(boxes, "moov");
      if (boxes == null || moov == null || moov.length() > LARGEST_INDEX) {
        return null;
      }
      if (find(boxes, "mdat") == null) {
        return null;
      }
      return new Mp4(file, boxes, read(file, moov.start(), (int) moov.length()));
    } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
      return null;
    }
  }

  @Nullable Integer seconds() {
    ByteBuffer header = Mp4Track.inside(index, 8, "mvhd");
    if (header == null) {
      return null;
    }
    boolean large = header.get(0) == 1;
    long scale = Integer.toUnsignedLong(header.getInt(large ? 20 : 12));
    long duration = large ? header.getLong(24) : Integer.toUnsignedLong(header.getInt(16));
    boolean known = scale > 0 && duration > 0 && duration / scale < 1_000_000;
    return known ? (int) ((duration + scale - 1) / scale) : null;
  }

  /** So many bytes from the start are enough to play the first seconds; 0 when it can't be told. */
  long bytesOf(int seconds) throws IOException {
    try {
      long fragments = fragmentsOf(seconds);
      if (fragments > 0) {
        return fragments;
      }
      long end = Math.max(first("mdat").start(), first("moov").end());
      for (Mp4Track track : tracks) {
        end = Math.max(end, track.bytesOf(seconds));
      }
      return Math.min(end, boxes.getLast().end());
    } catch (IndexOutOfBoundsException e) {
      // Its tables point outside of themselves.
      return 0;
    }
  }

  /** Whether a browser must fetch the end of the file before it can play the beginning. */
  boolean indexAtEnd() {
    return find(boxes, "moof") == null && first("moov").start() > first("mdat").start();
  }

  /** The same film with its index in front. */
  void writeIndexFirst(FileChannel to) throws IOException {
    Box moov = first("moov");
    Box type = boxes.getFirst();
    ByteBuffer moved = ByteBuffer.allocate(index.capacity()).put(index.duplicate().rewind());
    Mp4Track.shift(moved, moov.length());
    copy(type.start(), type.length(), to);
    moved.rewind();
    while (moved.hasRemaining()) {
      to.write(moved);
    }
    copy(type.end(), moov.start() - type.end(), to);
    copy(moov.end(), boxes.getLast().end() - moov.end(), to);
  }

  private void copy(long from, long length, FileChannel to) throws IOException {
    long done = 0;
    while (done < length) {
      long copied = file.transferTo(from + done, length - done, to);
      if (copied <= 0) {
        throw new IOException("The film ends early");
      }
      done += copied;
    }
  }

  /** Where the first fragment begins that is later; 0 for a film not in fragments. */
  private long fragmentsOf(int seconds) throws IOException {
    boolean any = false;
    for (Box box : boxes) {
      if (box.kind().equals("moof") && box.length() <= LARGEST_INDEX) {
        any = true;
        ByteBuffer fragment = read(file, box.start(), (int) box.length());
        if (Mp4Track.fragmentStart(fragment, tracks) > seconds) {
          return box.start();
        }
      }
    }
    return any ? boxes.getLast().end() : 0;
  }

  private Box first(String kind) {
    Box box = find(boxes, kind);
    if (box == null) {
      throw new IllegalStateException("Looked for when it was opened");
    }
    return box;
  }

  private static @Nullable Box find(List<Box> boxes, String kind) {
    return boxes.stream().filter(box -> box.kind().equals(kind)).findFirst().orElse(null);
  }

  /** The boxes at the top, which fill the file exactly; null when they do not. */
  private static @Nullable List<Box> boxes(FileChannel file) throws IOException {
    List<Box> boxes = new ArrayList<>();
    long at = 0;
    long size = file.size();
    while (at < size) {
      if (size - at < 8 || boxes.size() > MOST_BOXES) {
        return null;
      }
      ByteBuffer head = read(file, at, (int) Math.min(16, size - at));
      long length = Integer.toUnsignedLong(head.getInt(0));
      int headLength = 8;
      if (length == 1 && head.capacity() == 16) {
        length = head.getLong(8);
        headLength = 16;
      } else if (length == 0) {
        length = size - at;
      }
      if (length < headLength || length > size - at) {
        return null;
      }
      boxes.add(new Box(Mp4Track.kind(head, 4), at, length, headLength));
      at += length;
    }
    return boxes;
  }

  private static ByteBuffer read(FileChannel file, long at, int length) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(length);
    while (buffer.hasRemaining() && file.read(buffer, at + buffer.position()) >= 0) {
      // until it is full
    }
    return buffer.flip();
  }
}
