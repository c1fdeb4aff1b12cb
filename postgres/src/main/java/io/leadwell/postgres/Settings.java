package io.leadwell.postgres;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The server settings Leadwell relies on; everything else stays PostgreSQL's default. */
final class Settings {

  private Settings() {}

  static List<String> command(String program, String cluster, int port) {
    List<String> command = new ArrayList<>();
    command.add(program);
    command.add("-D");
    command.add(cluster);
    command.add("-p");
    command.add(Integer.toString(port));
    settings().forEach((name, value) -> command.add("--" + name + "=" + value));
    return command;
  }

  private static Map<String, String> settings() {
    Map<String, String> settings = new TreeMap<>();
    // An acknowledged write is on the disk. The packaged default is a test server's and is not.
    settings.put("fsync", "on");
    settings.put("synchronous_commit", "on");
    settings.put("full_page_writes", "on");
    settings.put("listen_addresses", "127.0.0.1");
    settings.put("unix_socket_directories", "");
    settings.put("max_connections", "100");
    settings.put("password_encryption", "scram-sha-256");
    settings.put("shared_buffers", sharedBuffersMegabytes() + "MB");
    settings.put("effective_cache_size", 3 * sharedBuffersMegabytes() + "MB");
    settings.put("work_mem", "32MB");
    settings.put("maintenance_work_mem", "256MB");
    settings.put("max_wal_size", "4GB");
    settings.put("checkpoint_timeout", "15min");
    // This build has no lz4 or zstd: naming them would keep the server from starting.
    settings.put("wal_compression", "pglz");
    settings.put("random_page_cost", "1.1");
    settings.put("jit", "off");
    // Plans made of an empty pool are kept until its tables are analysed. A minute, as packaged, is
    // long for an import that began then.
    settings.put("autovacuum_naptime", "5s");
    settings.put("timezone", "UTC");
    settings.put("lc_messages", "C");
    settings.put("log_min_messages", "warning");
    // Statements and details carry names and phone numbers; they do not belong in a log.
    settings.put("log_min_error_statement", "panic");
    settings.put("log_error_verbosity", "terse");
    settings.put("log_timezone", "UTC");
    settings.put("idle_in_transaction_session_timeout", "10min");
    if (sharedMemoryIsSmall()) {
      settings.put("dynamic_shared_memory_type", "mmap");
    }
    return settings;
  }

  /** A container's /dev/shm is often 64 MB: too small for a parallel join. */
  private static boolean sharedMemoryIsSmall() {
    Path shm = Path.of("/dev/shm");
    try {
      return Files.isDirectory(shm) && Files.getFileStore(shm).getTotalSpace() < 512L << 20;
    } catch (IOException e) {
      return false;
    }
  }

  /** An eighth of the machine's memory, between 128 MB and 2 GB. */
  private static long sharedBuffersMegabytes() {
    long total =
        ManagementFactory.getOperatingSystemMXBean()
                instanceof com.sun.management.OperatingSystemMXBean machine
            ? machine.getTotalMemorySize() >> 20
            : 4096;
    return Math.clamp(total / 8, 128, 2048);
  }
}
