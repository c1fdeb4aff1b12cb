package io.leadwell.acquire.collect;

/** A field of a hit that is not what it must be; never leaves {@link Shape}. */
final class Misfit extends RuntimeException {

  private final transient Reason reason;
  private final String pointer;

  Misfit(Reason reason, String pointer) {
    // Thrown for every bad hit of a flood: without a stack trace it costs next to nothing.
    super(reason.name(), null, false, false);
    this.reason = reason;
    this.pointer = pointer;
  }

  <T> Passage<T> off() {
    return Passage.off(reason, pointer);
  }
}
