package io.leadwell.base.platform;

/**
 * Why a request can't be fulfilled. Each module has an enum of its own; the texts stand in its
 * message bundle under {@code problem.<NAME>}.
 */
public interface ProblemCode {

  String name();

  Kind kind();

  /** The classes of refusal a caller must tell apart, whatever the protocol. */
  enum Kind {
    INVALID,
    SIGNED_OUT,
    FORBIDDEN,
    NOT_FOUND,
    CONFLICT,
    TOO_LARGE,
    TOO_MANY,
    UNAVAILABLE,
    AWAY
  }
}
