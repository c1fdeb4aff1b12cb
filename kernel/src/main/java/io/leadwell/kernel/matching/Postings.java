package io.leadwell.kernel.matching;

import java.util.Arrays;

/**
 * From a key to the records that have it. Lists are chains through two arrays, so adding is cheap.
 */
final class Postings {

  private long[] keys = new long[1 << 10];
  private int[] heads = new int[1 << 10];
  private int[] sizes = new int[1 << 10];
  private int used;
  private int[] record = new int[1 << 10];
  private int[] next = new int[1 << 10];
  private int entries = 1;
  private int free;

  /** How many records have the key; some may have been taken out and not yet forgotten. */
  int size(long key) {
    return sizes[slot(key)];
  }

  /** The first entry of a key's list, 0 for none. */
  int first(long key) {
    return heads[slot(key)];
  }

  int next(int entry) {
    return next[entry];
  }

  int record(int entry) {
    return record[entry];
  }

  void add(long key, int number) {
    int slot = slot(key);
    if (keys[slot] == 0) {
      keys[slot] = key;
      used++;
    }
    int entry = free;
    if (entry != 0) {
      free = next[entry];
    } else {
      if (entries == record.length) {
        record = Arrays.copyOf(record, entries * 2);
        next = Arrays.copyOf(next, entries * 2);
      }
      entry = entries++;
    }
    record[entry] = number;
    next[entry] = heads[slot];
    heads[slot] = entry;
    sizes[slot]++;
    if (used * 2 > keys.length) {
      grow();
    }
  }

  void remove(long key, int number) {
    int slot = slot(key);
    int before = 0;
    for (int entry = heads[slot]; entry != 0; before = entry, entry = next[entry]) {
      if (record[entry] != number) {
        continue;
      }
      if (before == 0) {
        heads[slot] = next[entry];
      } else {
        next[before] = next[entry];
      }
      next[entry] = free;
      free = entry;
      sizes[slot]--;
      return;
    }
  }

  private int slot(long key) {
    int mask = keys.length - 1;
    int slot = (int) Hashes.mix(key) & mask;
    while (keys[slot] != 0 && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    long[] oldKeys = keys;
    int[] oldHeads = heads;
    int[] oldSizes = sizes;
    keys = new long[oldKeys.length * 2];
    heads = new int[keys.length];
    sizes = new int[keys.length];
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        int slot = slot(oldKeys[i]);
        keys[slot] = oldKeys[i];
        heads[slot] = oldHeads[i];
        sizes[slot] = oldSizes[i];
      }
    }
  }
}
