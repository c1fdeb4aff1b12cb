package io.leadwell.acquire.collect;

import java.time.Duration;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How much is taken in at once; the usual suits one server for one company. */
@Component
record Limits(Rates.Limit address, Rates.Limit visitor, int atOnce, int queued, Duration linger) {

  /** Bytes of one delivery; browsers send no more than this when a page closes. */
  static final int LARGEST_DELIVERY = 64 * 1024;

  static final int MOST_HITS = 20;

  /**
   * Reads what is set.
   *
   * @param addressBurst deliveries an address may send at once; a whole office shares one
   * @param visitorBurst hits a browser may send at once
   * @param atOnce deliveries being taken in at the same time
   * @param queued hits waiting for the disk
   * @param lingerMillis how long the first hit of a commit waits for others to join it
   */
  @Autowired
  Limits(
      @Value("${leadwell.collect.address-burst:400}") int addressBurst,
      @Value("${leadwell.collect.address-per-minute:1200}") int addressPerMinute,
      @Value("${leadwell.collect.visitor-burst:200}") int visitorBurst,
      @Value("${leadwell.collect.visitor-per-minute:300}") int visitorPerMinute,
      @Value("${leadwell.collect.at-once:1000}") int atOnce,
      @Value("${leadwell.collect.queued:10000}") int queued,
      @Value("${leadwell.collect.linger-millis:2}") int lingerMillis) {
    this(
        new Rates.Limit(addressBurst, addressPerMinute),
        new Rates.Limit(visitorBurst, visitorPerMinute),
        atOnce,
        queued,
        Duration.ofMillis(lingerMillis));
  }
}
