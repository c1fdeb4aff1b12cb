package io.leadwell.connect.wecom;

import java.util.UUID;

/** In whose name Tencent is called. Opened secrets stay in this package and are never printed. */
record Credentials(UUID connectionId, ConnectionKind kind, String appId, String secret) {

  @Override
  public String toString() {
    return kind + " " + appId;
  }
}
