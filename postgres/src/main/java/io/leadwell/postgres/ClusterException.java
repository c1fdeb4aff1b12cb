package io.leadwell.postgres;

/** The database could not be started; the message is a sentence with a remedy for the operator. */
public final class ClusterException extends RuntimeException {

  public ClusterException(String message) {
    super(message);
  }

  public ClusterException(String message, Throwable cause) {
    super(message, cause);
  }
}
