package io.leadwell.base.workspace;

import java.util.Set;
import java.util.UUID;

/** Whose records a caller may see: everybody's, or those that one of these members owns. */
public sealed interface Visible {

  /** No limit. */
  record Everything() implements Visible {}

  /** Records with one of these owners, the SDR's ownership included. */
  record OwnedBy(Set<UUID> members) implements Visible {}

  static Visible everything() {
    return new Everything();
  }
}
