package io.leadwell.acquire.links;

/** Where a link leads. */
public sealed interface Followed {

  /**
   * Somewhere.
   *
   * @param counted it was taken for a person and not for a robot
   */
  record To(String address, boolean counted) implements Followed {}

  /** It led somewhere once: expired, or switched off. */
  record Ended() implements Followed {}

  /** There is no such link. */
  record Unknown() implements Followed {}
}
