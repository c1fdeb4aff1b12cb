package io.leadwell.acquire.collect;

/** What a step says: on, with the thing as it is now, or off the way for a reason. */
sealed interface Passage<T> {

  record On<T>(T value) implements Passage<T> {}

  /**
   * Off the way.
   *
   * @param pointer to the place in the JSON that is wrong (RFC 6901), empty when none is
   */
  record Off<T>(Reason reason, String pointer) implements Passage<T> {}

  static <T> Passage<T> on(T value) {
    return new On<>(value);
  }

  static <T> Passage<T> off(Reason reason) {
    return new Off<>(reason, "");
  }

  static <T> Passage<T> off(Reason reason, String pointer) {
    return new Off<>(reason, pointer);
  }
}
