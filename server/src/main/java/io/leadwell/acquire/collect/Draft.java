package io.leadwell.acquire.collect;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A hit on its way out of a parcel: number {@code index} in it, made by the first step. */
record Draft(Parcel parcel, int index, @Nullable Hit made) {

  Hit hit() {
    return Objects.requireNonNull(made);
  }

  Draft made(Hit hit) {
    return new Draft(parcel, index, hit);
  }

  Draft change(UnaryOperator<Hit> change) {
    return made(change.apply(hit()));
  }
}
