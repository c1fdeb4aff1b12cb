package io.leadwell.kernel.matching;

/** Mixing of numbers, the same in every run. */
final class Hashes {

  private Hashes() {}

  static int mix(int x) {
    int h = x * 0x9E3779B9;
    h ^= h >>> 16;
    h *= 0x85EBCA6B;
    return h ^ h >>> 13;
  }

  static long mix(long x) {
    long h = (x ^ x >>> 32) * 0xD6E8FEB86659FD93L;
    h = (h ^ h >>> 32) * 0xD6E8FEB86659FD93L;
    return h ^ h >>> 32;
  }

  /** Of a pair, whichever way round. */
  static long pair(int a, int b) {
    return mix((long) Math.min(a, b) << 32 | Math.max(a, b));
  }

  static int of(String text, int salt) {
    int h = salt;
    for (int i = 0; i < text.length(); i++) {
      h = h * 31 + text.charAt(i);
    }
    int mixed = mix(h);
    return mixed == 0 ? 1 : mixed;
  }
}
