package io.leadwell.connect.wecom;

import java.net.URI;

/** Where Tencent's interfaces are: of WeCom, and of official accounts and mini-programs. */
public record TencentAddress(URI wecom, URI weixin) {

  URI of(ConnectionKind kind) {
    return kind == ConnectionKind.WECOM ? wecom : weixin;
  }
}
