package io.leadwell.acquire.collect;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import nl.basjes.parse.useragent.AgentField;
import nl.basjes.parse.useragent.UserAgent;
import nl.basjes.parse.useragent.UserAgentAnalyzer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Devices and robots by their User-Agent header. The thorough reading (yauaa) knows thousands of
 * them but takes seconds and a hundred megabytes to get ready, so it is begun by the first visitor
 * and nobody waits for it: until then {@link AgentWords} has to do.
 */
@Component
class Devices {

  private static final Logger LOG = LoggerFactory.getLogger(Devices.class);
  private static final int MOST_AGENTS = 20_000;

  /** What is longer is no browser's. */
  private static final int LONGEST_AGENT = 700;

  private static final Set<String> ROBOTS =
      Set.of("Robot", "Robot Mobile", "Robot Imitator", "Spy", "Hacker");

  /** What a header tells. */
  record Seen(Device device, boolean robot) {}

  private static final Seen A_ROBOT = new Seen(Device.UNKNOWN, true);

  private final Cache<String, Seen> seen = Caffeine.newBuilder().maximumSize(MOST_AGENTS).build();
  private final AtomicBoolean begun = new AtomicBoolean();
  private volatile @Nullable UserAgentAnalyzer analyzer;

  Seen of(@Nullable String agent) {
    if (agent == null || agent.isBlank() || agent.length() > LONGEST_AGENT) {
      return A_ROBOT;
    }
    Seen known = seen.getIfPresent(agent);
    if (known != null) {
      return known;
    }
    UserAgentAnalyzer ready = analyzer;
    if (ready == null) {
      prepare();
      return AgentWords.robot(agent) ? A_ROBOT : new Seen(AgentWords.device(agent), false);
    }
    Seen read = read(ready.parse(agent), agent);
    seen.put(agent, read);
    return read;
  }

  boolean isReady() {
    return analyzer != null;
  }

  /** Gets the thorough reading ready, beside everything else; once. */
  void prepare() {
    if (begun.compareAndSet(false, true)) {
      Thread.ofPlatform().daemon().name("devices").priority(Thread.MIN_PRIORITY).start(this::load);
    }
  }

  private void load() {
    try {
      UserAgentAnalyzer loaded =
          UserAgentAnalyzer.newBuilder()
              .hideMatcherLoadStats()
              .dropTests()
              // ours keeps what we make of it
              .withoutCache()
              .withFields(
                  UserAgent.DEVICE_CLASS,
                  UserAgent.AGENT_CLASS,
                  UserAgent.AGENT_NAME,
                  UserAgent.OPERATING_SYSTEM_NAME)
              .immediateInitialization()
              .build();
      // The first reading is the slowest by far; it is not to be a visitor's.
      loaded.parse("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0.0.0");
      analyzer = loaded;
    } catch (RuntimeException | OutOfMemoryError e) {
      LOG.error("Devices are told apart by plain words only, as the thorough reading failed", e);
    }
  }

  private static Seen read(UserAgent read, String agent) {
    String deviceClass = read.getValue(UserAgent.DEVICE_CLASS);
    if (ROBOTS.contains(deviceClass) || ROBOTS.contains(read.getValue(UserAgent.AGENT_CLASS))) {
      return A_ROBOT;
    }
    return new Seen(
        new Device(
            kind(deviceClass),
            system(said(read.get(UserAgent.OPERATING_SYSTEM_NAME))),
            said(read.get(UserAgent.AGENT_NAME)),
            AgentWords.app(agent)),
        false);
  }

  private static String kind(@Nullable String deviceClass) {
    return switch (deviceClass == null ? "" : deviceClass) {
      case "Desktop" -> "desktop";
      case "Phone", "Mobile" -> "mobile";
      case "Tablet", "eReader" -> "tablet";
      default -> "other";
    };
  }

  private static @Nullable String said(AgentField field) {
    String value = field.isDefaultValue() ? null : field.getValue();
    return value == null || value.equals("??") || value.equals("Unknown") ? null : value;
  }

  private static @Nullable String system(@Nullable String name) {
    if (name == null) {
      return null;
    }
    return switch (name) {
      case "Windows NT" -> "Windows";
      case "Mac OS", "Mac OS X" -> "macOS";
      default -> name;
    };
  }
}
