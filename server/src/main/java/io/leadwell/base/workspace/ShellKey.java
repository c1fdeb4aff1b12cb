package io.leadwell.base.workspace;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The key of the command line on this machine: new with each run, readable only by whoever may read
 * the data folder and could change the data anyway.
 */
@Component
class ShellKey {

  private final String key = "lw_shell_" + Secrets.next();

  String key() {
    return key;
  }

  boolean is(String other) {
    return Secrets.same(key, other);
  }

  static Caller caller(@Nullable String ip) {
    return new Caller(
        Caller.Kind.SYSTEM,
        null,
        null,
        "shell",
        Set.of(Permission.values()),
        Visible.everything(),
        ip);
  }
}
