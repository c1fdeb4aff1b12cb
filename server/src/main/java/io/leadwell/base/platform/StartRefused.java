package io.leadwell.base.platform;

/**
 * Thrown while starting when the server must not run as it was asked to; the message is a sentence
 * for the operator, which the launcher prints.
 */
public final class StartRefused extends RuntimeException {

  public StartRefused(String sentence) {
    super(sentence);
  }
}
