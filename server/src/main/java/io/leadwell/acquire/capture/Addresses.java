package io.leadwell.acquire.capture;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Who counts as one sender. */
final class Addresses {

  private static final int BYTES_OF_A_NETWORK = 8;

  private Addresses() {}

  /** An IPv4 address; of IPv6 the network, as a household has all addresses of one. */
  static @Nullable String network(@Nullable String ip) {
    if (ip == null || ip.indexOf(':') < 0) {
      return ip;
    }
    try {
      return InetAddress.ofLiteral(ip) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), BYTES_OF_A_NETWORK))
          : ip;
    } catch (IllegalArgumentException e) {
      return ip;
    }
  }
}
