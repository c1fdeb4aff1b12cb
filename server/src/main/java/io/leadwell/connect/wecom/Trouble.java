package io.leadwell.connect.wecom;

import java.util.List;

/** What went wrong, kept so that it can be said in the reader's language: a text and its parts. */
public record Trouble(String code, List<Object> arguments) {

  static Trouble of(TencentFailure failure) {
    return new Trouble("problem." + failure.trouble().name(), failure.arguments());
  }

  /** Something of our own: the log says more. */
  static Trouble unexpected(RuntimeException failure) {
    return new Trouble("wecom.unexpected", List.of(failure.getClass().getSimpleName()));
  }
}
