package io.leadwell.kernel.companies;

import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;

/** The names worth a closer look: those that share the rarest grams with a short form. */
final class Candidates {

  private static final int MOST = 400;

  /** So many names looked at by common characters are enough. */
  private static final int ENOUGH = 300_000;

  /** Room for the weights of all names, kept clean between questions. */
  private record Room(float[] weights, int[] seen) {}

  private final GramIndex index;
  private final Queue<Room> rooms = new ConcurrentLinkedQueue<>();

  Candidates(GramIndex index) {
    this.index = index;
  }

  double rarity(int unit) {
    return index.rarity(unit);
  }

  int[] of(String folded) {
    int[] grams =
        IntStream.of(NameGrams.of(folded))
            .boxed()
            .sorted((a, b) -> Integer.compare(index.frequency(a), index.frequency(b)))
            .mapToInt(Integer::intValue)
            .toArray();
    Room taken = rooms.poll();
    Room room = taken == null ? new Room(new float[index.names()], new int[index.names()]) : taken;
    int count = 0;
    long looked = 0;
    for (int gram : grams) {
      looked += index.frequency(gram);
      if (count >= MOST && looked > ENOUGH) {
        break;
      }
      boolean pair = gram < 0;
      float weight = (float) ((pair ? 0.5 : 1) * (0.2 + index.rarity(gram)));
      count = index.add(gram, weight, room.weights(), room.seen(), count);
    }
    int[] heaviest = heaviest(room.weights(), room.seen(), count);
    for (int i = 0; i < count; i++) {
      room.weights()[room.seen()[i]] = 0;
    }
    rooms.add(room);
    return heaviest;
  }

  /** The heaviest, ties by the order of the names. */
  private static int[] heaviest(float[] weights, int[] seen, int count) {
    if (count <= MOST) {
      return Arrays.copyOf(seen, count);
    }
    long[] heap = new long[MOST];
    for (int i = 0; i < count; i++) {
      long rank = (long) -Float.floatToIntBits(weights[seen[i]]) << 32 | seen[i];
      if (i < MOST) {
        heap[i] = rank;
        if (i == MOST - 1) {
          Arrays.sort(heap);
          reverse(heap);
        }
      } else if (rank < heap[0]) {
        sink(heap, rank);
      }
    }
    return Arrays.stream(heap).mapToInt(rank -> (int) rank).toArray();
  }

  private static void reverse(long[] heap) {
    for (int i = 0, j = heap.length - 1; i < j; i++, j--) {
      long at = heap[i];
      heap[i] = heap[j];
      heap[j] = at;
    }
  }

  /** In the place of the lightest, which stands at the top of the heap. */
  private static void sink(long[] heap, long rank) {
    int at = 0;
    while (true) {
      int child = 2 * at + 1;
      if (child >= heap.length) {
        break;
      }
      if (child + 1 < heap.length && heap[child + 1] > heap[child]) {
        child++;
      }
      if (heap[child] <= rank) {
        break;
      }
      heap[at] = heap[child];
      at = child;
    }
    heap[at] = rank;
  }
}
