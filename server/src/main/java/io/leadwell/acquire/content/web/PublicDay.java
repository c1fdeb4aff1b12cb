package io.leadwell.acquire.content.web;

import java.time.Instant;
import java.time.ZoneId;

/** A day as readers see it: the company's, and written so that no country reads it otherwise. */
public final class PublicDay {

  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private PublicDay() {}

  public static String of(Instant at) {
    return at.atZone(ZONE).toLocalDate().toString();
  }
}
