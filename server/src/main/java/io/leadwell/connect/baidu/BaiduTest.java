package io.leadwell.connect.baidu;

import org.jspecify.annotations.Nullable;

/** What came of a test of an account. */
public sealed interface BaiduTest {

  /** It works; yesterday's report has so many lines. */
  record Works(int lines) implements BaiduTest {}

  /** It doesn't, and why; code and message are Baidu's own. */
  record Fails(Trouble trouble, @Nullable String code, @Nullable String message)
      implements BaiduTest {}
}
