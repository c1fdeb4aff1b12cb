package io.leadwell.acquire.capture;

import java.util.List;

/** What is wrong with an answer: {@code text} names the sentence. */
record Wrong(String text, List<Object> arguments) {

  static Wrong of(String text, Object... arguments) {
    return new Wrong("capture.answer." + text, List.of(arguments));
  }
}
