package io.leadwell.base.workspace;

import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as it can be told. */
public record Visitor(@Nullable String ip, @Nullable String userAgent) {

  private static final int LONGEST = 300;

  public Visitor {
    if (userAgent != null && userAgent.length() > LONGEST) {
      userAgent = userAgent.substring(0, LONGEST);
    }
  }
}
