package io.leadwell.acquire.content;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Picture or sound of a film: how long its samples last ({@code stts}), how large they are ({@code
 * stsz}), how many stand in each chunk ({@code stsc}) and where the chunks are ({@code stco}).
 */
final class Mp4Track {

  private static final Set<String> FOLDERS =
      Set.of("moov", "trak", "mdia", "minf", "stbl", "moof", "traf");

  /** A day of sound. */
  private static final long MOST_SAMPLES = 10_000_000;

  private final int id;
  private final long scale;
  private final @Nullable ByteBuffer durations;
  private final @Nullable ByteBuffer sizes;
  private final @Nullable ByteBuffer perChunk;
  private final @Nullable ByteBuffer chunks;
  private final boolean longChunks;

  private Mp4Track(ByteBuffer trak) {
    ByteBuffer track = inside(trak, 8, "tkhd");
    ByteBuffer media = inside(trak, 8, "mdia", "mdhd");
    this.id = track == null ? 0 : track.getInt(track.get(0) == 1 ? 20 : 12);
    this.scale =
        media == null ? 0 : Integer.toUnsignedLong(media.getInt(media.get(0) == 1 ? 20 : 12));
    this.durations = inside(trak, 8, "mdia", "minf", "stbl", "stts");
    this.sizes = inside(trak, 8, "mdia", "minf", "stbl", "stsz");
    this.perChunk = inside(trak, 8, "mdia", "minf", "stbl", "stsc");
    ByteBuffer shortOnes = inside(trak, 8, "mdia", "minf", "stbl", "stco");
    this.longChunks = shortOnes == null;
    this.chunks = longChunks ? inside(trak, 8, "mdia", "minf", "stbl", "co64") : shortOnes;
  }

  static List<Mp4Track> all(ByteBuffer moov) {
    List<Mp4Track> tracks = new ArrayList<>();
    each(
        moov,
        8,
        (kind, box) -> {
          if (kind.equals("trak")) {
            tracks.add(new Mp4Track(box));
          }
        });
    return tracks;
  }

  /** Where the last sample that begins within the first seconds ends. */
  long bytesOf(int seconds) {
    if (durations == null || sizes == null || perChunk == null || chunks == null || scale == 0) {
      return 0;
    }
    long known = Math.min(MOST_SAMPLES, Integer.toUnsignedLong(sizes.getInt(8)));
    long wanted = Math.min(known, samplesWithin(durations, seconds * scale));
    long sample = 0;
    int rule = 0;
    long end = 0;
    int count = chunks.getInt(4);
    for (int chunk = 0; chunk < count && sample < wanted; chunk++) {
      while (rule + 1 < perChunk.getInt(4) && perChunk.getInt(8 + 12 * (rule + 1)) <= chunk + 1) {
        rule++;
      }
      int inChunk = perChunk.getInt(8 + 12 * rule + 4);
      long at = offset(chunks, longChunks, chunk);
      for (int i = 0; i < inChunk && sample < wanted; i++) {
        at += size(sizes, sample++);
      }
      end = Math.max(end, at);
    }
    return end;
  }

  private static long samplesWithin(ByteBuffer durations, long time) {
    long samples = 0;
    long at = 0;
    for (int i = 0; i < durations.getInt(4); i++) {
      long count = Integer.toUnsignedLong(durations.getInt(8 + 8 * i));
      long each = Integer.toUnsignedLong(durations.getInt(12 + 8 * i));
      if (each > 0 && at + count * each > time) {
        return samples + (time - at) / each + 1;
      }
      samples += count;
      at += count * each;
    }
    return samples;
  }

  private static long size(ByteBuffer sizes, long sample) {
    int all = sizes.getInt(4);
    return Integer.toUnsignedLong(all != 0 ? all : sizes.getInt((int) (12 + 4 * sample)));
  }

  private static long offset(ByteBuffer chunks, boolean large, int chunk) {
    return large
        ? chunks.getLong(8 + 8 * chunk)
        : Integer.toUnsignedLong(chunks.getInt(8 + 4 * chunk));
  }

  /** When a fragment begins, in seconds: as the earliest of its tracks says. */
  static double fragmentStart(ByteBuffer moof, List<Mp4Track> tracks) {
    double[] start = {Double.MAX_VALUE};
    each(
        moof,
        8,
        (kind, box) -> {
          ByteBuffer head = kind.equals("traf") ? inside(box, 8, "tfhd") : null;
          ByteBuffer time = kind.equals("traf") ? inside(box, 8, "tfdt") : null;
          if (head != null && time != null) {
            long at = time.get(0) == 1 ? time.getLong(4) : Integer.toUnsignedLong(time.getInt(4));
            tracks.stream()
                .filter(track -> track.id == head.getInt(4) && track.scale > 0)
                .forEach(track -> start[0] = Math.min(start[0], at / (double) track.scale));
          }
        });
    return start[0] == Double.MAX_VALUE ? 0 : start[0];
  }

  /** Every chunk moves back, as the index now stands before it. */
  static void shift(ByteBuffer moov, long by) {
    each(
        moov,
        8,
        (kind, box) -> {
          if (FOLDERS.contains(kind)) {
            shift(box, by);
          } else if (kind.equals("stco")) {
            for (int i = 0; i < box.getInt(12); i++) {
              box.putInt(16 + 4 * i, (int) (box.getInt(16 + 4 * i) + by));
            }
          } else if (kind.equals("co64")) {
            for (int i = 0; i < box.getInt(12); i++) {
              box.putLong(16 + 8 * i, box.getLong(16 + 8 * i) + by);
            }
          }
        });
  }

  /** What stands in the box at the end of a path, without its head; null when there is none. */
  static @Nullable ByteBuffer inside(ByteBuffer box, int head, String... path) {
    ByteBuffer at = box;
    int skip = head;
    for (String wanted : path) {
      ByteBuffer[] found = {null};
      each(
          at,
          skip,
          (kind, inner) -> {
            if (found[0] == null && kind.equals(wanted)) {
              found[0] = inner;
            }
          });
      if (found[0] == null) {
        return null;
      }
      at = found[0];
      skip = 8;
    }
    return at.slice(8, at.capacity() - 8);
  }

  /** What is done with a box: its kind, and all of it. */
  private interface Visit {
    void box(String kind, ByteBuffer box);
  }

  private static void each(ByteBuffer boxes, int head, Visit visit) {
    int at = head;
    while (at + 8 <= boxes.capacity()) {
      int length = boxes.getInt(at);
      if (length < 8 || length > boxes.capacity() - at) {
        return;
      }
      visit.box(kind(boxes, at + 4), boxes.slice(at, length));
      at += length;
    }
  }

  static String kind(ByteBuffer boxes, int at) {
    byte[] kind = new byte[4];
    boxes.get(at, kind);
    return new String(kind, StandardCharsets.ISO_8859_1);
  }
}
