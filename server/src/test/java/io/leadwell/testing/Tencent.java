package io.leadwell.testing;

import io.leadwell.demo.tencent.StandIn;

/**
 * The stand-in for Tencent that every server of this JVM calls, so that none calls the real one.
 */
public final class Tencent {

  public static final StandIn STAND_IN = StandIn.start();

  private Tencent() {}
}
