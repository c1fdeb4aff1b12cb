package io.leadwell.testing;

import io.leadwell.postgres.PostgresCluster;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One PostgreSQL for all tests of this JVM, thrown away with it. */
public final class TestCluster
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Started by the first test that needs it. */
  private static final class Running {
    private static final Path FOLDER = folder();
    private static final PostgresCluster CLUSTER = start();

    private static Path folder() {
      try {
        return Files.createTempDirectory(
            Files.createDirectories(Path.of("target").toAbsolutePath()), "test-data");
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static PostgresCluster start() {
      PostgresCluster cluster =
          PostgresCluster.start(FOLDER.resolve("postgres"), Path.of("target", "postgres-programs"));
      // After the servers, not beside them: what they write at their end would wait for it in vain.
      SpringApplication.getShutdownHandlers().add(Running::stop);
      return cluster;
    }

    private static void stop() {
      CLUSTER.close();
      try (Stream<Path> tree = Files.walk(FOLDER)) {
        for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
          Files.deleteIfExists(path);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    PostgresCluster cluster = Running.CLUSTER;
    String url = cluster.jdbcUrl();
    TestPropertyValues.of(
            "leadwell.database="
                + url
                + (url.contains("?") ? "&" : "?")
                + "user="
                + cluster.user()
                + "&password="
                + cluster.password(),
            "leadwell.data=" + Running.FOLDER,
            // no test speaks to the world outside
            "leadwell.baidu.address=http://127.0.0.1:9/",
            "leadwell.baidu.daily=false",
            "leadwell.tencent.wecom=" + Tencent.STAND_IN.address(),
            "leadwell.tencent.weixin=" + Tencent.STAND_IN.address())
        .applyTo(context);
  }
}
