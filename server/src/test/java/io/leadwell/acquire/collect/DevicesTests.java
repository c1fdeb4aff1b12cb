package io.leadwell.acquire.collect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class DevicesTests {

  private static final String CHROME =
      "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/140.0.0.0 Safari/537.36";
  private static final String WECHAT =
      "Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
          + " Gecko) Mobile/15E148 MicroMessenger/8.0.30(0x18001e2f) NetType/WIFI Language/zh_CN";
  private static final String WECOM =
      "Mozilla/5.0 (Windows NT 10.0; WOW64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/81.0.4044.138 Safari/537.36 NetType/WIFI MicroMessenger/7.0.20.1781(0x6700143B)"
          + " WindowsWechat QBCore/3.43.1 wxwork/4.0.8 (MicroMessenger/6.2) WindowsWechat";
  private static final String CUBOT =
      "Mozilla/5.0 (Linux; Android 9; CUBOT_NOTE_S) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " Chrome/90.0.4430.91 Mobile Safari/537.36";
  private static final String BAIDUSPIDER =
      "Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)";
  private static final String BYTESPIDER =
      "Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 (KHTML, like Gecko) Mobile Safari/537.36"
          + " (compatible; Bytespider; https://zhanzhang.toutiao.com/)";
  private static final String HEADLESS =
      "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko)"
          + " HeadlessChrome/140.0.0.0 Safari/537.36";

  /** First by plain words, then by the thorough reading: the same of all that matters. */
  @Test
  void devices_apps_and_robots_are_told_apart_before_and_after_the_thorough_reading_is_ready() {
    Devices devices = new Devices();
    assertKnown(devices);
    ready(devices);
    assertKnown(devices);
    // A second time from memory.
    assertKnown(devices);
  }

  private static void assertKnown(Devices devices) {
    assertThat(devices.of(CHROME).device())
        .isEqualTo(new Device("desktop", "Windows", "Chrome", null));
    assertThat(devices.of(WECHAT).device().app()).isEqualTo("wechat");
    assertThat(devices.of(WECHAT).device().kind()).isEqualTo("mobile");
    assertThat(devices.of(WECHAT).device().os()).isEqualTo("iOS");
    assertThat(devices.of(WECOM).device().app()).isEqualTo("wecom");
    assertThat(devices.of(WECOM).device().kind()).isEqualTo("desktop");
    assertThat(devices.of(CUBOT).robot()).isFalse();
    for (String robot :
        new String[] {BAIDUSPIDER, BYTESPIDER, HEADLESS, "curl/8.1", "x", "", null}) {
      assertThat(devices.of(robot).robot()).as(robot).isTrue();
    }
    assertThat(devices.of(CHROME + " " + "x".repeat(1_000)).robot()).isTrue();
  }

  private static void ready(Devices devices) {
    devices.prepare();
    Instant latest = Instant.now().plus(Duration.ofMinutes(2));
    while (!devices.isReady()) {
      assertThat(Instant.now()).isBefore(latest);
      LockSupport.parkNanos(10_000_000);
    }
  }
}
