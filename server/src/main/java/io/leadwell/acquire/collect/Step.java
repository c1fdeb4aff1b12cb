package io.leadwell.acquire.collect;

import java.util.List;
import java.util.function.Function;

/** A step on the way of a delivery or a hit. Its name is what the counters are kept under. */
record Step<T>(String name, Function<T, Passage<T>> work) {

  /** How a walk ended: at the goal, or at a step. */
  sealed interface Walk<T> {

    record Through<T>(T value) implements Walk<T> {}

    /** {@code value} is the thing as it was before the step that it did not pass. */
    record Fallen<T>(T value, String step, Reason reason, String pointer) implements Walk<T> {}
  }

  /** Takes one step after the other until one says no. */
  static <T> Walk<T> walk(List<Step<T>> steps, T start) {
    T value = start;
    for (Step<T> step : steps) {
      switch (step.work().apply(value)) {
        case Passage.On<T>(T next) -> value = next;
        case Passage.Off<T>(Reason reason, String pointer) -> {
          return new Walk.Fallen<>(value, step.name(), reason, pointer);
        }
      }
    }
    return new Walk.Through<>(value);
  }
}
