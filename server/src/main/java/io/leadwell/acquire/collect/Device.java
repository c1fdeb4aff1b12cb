package io.leadwell.acquire.collect;

import org.jspecify.annotations.Nullable;

/**
 * What a visitor holds in hand.
 *
 * @param kind desktop, mobile, tablet or other
 * @param app the app whose browser it is, such as wechat or wecom; null for a browser of its own
 */
public record Device(
    String kind, @Nullable String os, @Nullable String browser, @Nullable String app) {

  static final Device UNKNOWN = new Device("other", null, null, null);
}
