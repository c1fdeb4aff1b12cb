package io.leadwell.acquire.collect;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DataSourceConnectionProvider;
import org.jooq.impl.DefaultConfiguration;
import org.jooq.impl.DefaultDSLContext;
import org.jooq.impl.DefaultExecuteListenerProvider;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.context.annotation.ScannedGenericBeanDefinition;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.ClassUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * A collector in a process of its own, to be killed: the product's own but for the web server,
 * which takes seconds to start. Prints its port when it is ready and ends when its input does.
 */
final class CollectorProcess {

  /** Where all parts might be. Not to be found by the scan of the other tests. */
  @TestConfiguration
  @ComponentScan(
      nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class,
      basePackages = {
        "io.leadwell.base.platform",
        "io.leadwell.base.privacy",
        "io.leadwell.base.workspace",
        "io.leadwell.acquire.campaigns",
        "io.leadwell.acquire.collect",
        "io.leadwell.pool"
      },
      excludeFilters = {
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.web\\..*"),
        @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*Tests.*"),
        @ComponentScan.Filter(type = FilterType.ASSIGNABLE_TYPE, value = Devices.class)
      },
      lazyInit = true)
  static class Everywhere {}

  @TestConfiguration
  static class Parts {

    /** Without the thorough reading, which takes longer to get ready than this process lives. */
    @Bean
    Devices devices() {
      return new Devices() {
        @Override
        void prepare() {}
      };
    }

    @Bean
    DSLContext dsl(DataSource source) {
      return new DefaultDSLContext(
          new DefaultConfiguration()
              .set(new DataSourceConnectionProvider(new TransactionAwareDataSourceProxy(source)))
              .set(SQLDialect.POSTGRES)
              .set(new DefaultExecuteListenerProvider(ExceptionTranslatorExecuteListener.DEFAULT)));
    }

    @Bean
    PlatformTransactionManager transactions(DataSource source) {
      return new DataSourceTransactionManager(source);
    }

    @Bean
    TransactionTemplate transaction(PlatformTransactionManager transactions) {
      return new TransactionTemplate(transactions);
    }

    @Bean
    JsonMapper json() {
      return JsonMapper.builder()
          .changeDefaultPropertyInclusion(i -> i.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();
    }
  }

  private static final Path NOTED = Path.of(System.getProperty("collector.parts", ""));

  private final Collector collector;
  private final Clock clock;

  private CollectorProcess(ApplicationContext parts) {
    this.collector = parts.getBean(Collector.class);
    this.clock = parts.getBean(Clock.class);
  }

  public static void main(String[] arguments) throws IOException {
    // Nobody reads what it says, and a full pipe would stop it.
    if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME)
        instanceof ch.qos.logback.classic.Logger root) {
      root.setLevel(ch.qos.logback.classic.Level.OFF);
    }
    try (AnnotationConfigApplicationContext parts = parts()) {
      CollectorProcess process = new CollectorProcess(parts);
      parts.getBean(GroupCommit.class).start();
      parts.getBean(VisitReader.class).start();
      Tallies tallies = parts.getBean(Tallies.class);
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.createContext("/", process::answer);
      server.start();
      note(parts);
      System.out.println("port " + server.getAddress().getPort());
      while (System.in.read() >= 0) {
        tallies.write();
      }
      server.stop(1);
    }
  }

  /**
   * The first run looks for its parts and notes which it needs. Looking takes longer than all else
   * of a start, and the others are started dozens of times.
   */
  private static AnnotationConfigApplicationContext parts() throws IOException {
    AnnotationConfigApplicationContext parts = new AnnotationConfigApplicationContext();
    parts.setBeanNameGenerator(FullyQualifiedAnnotationBeanNameGenerator.INSTANCE);
    parts.register(Parts.class);
    if (Files.exists(NOTED)) {
      for (String name : Files.readAllLines(NOTED)) {
        parts.register(ClassUtils.resolveClassName(name, null));
      }
    } else {
      parts.register(Everywhere.class);
    }
    parts.refresh();
    return parts;
  }

  private static void note(AnnotationConfigApplicationContext parts) throws IOException {
    if (!Files.exists(NOTED)) {
      ConfigurableListableBeanFactory all = parts.getBeanFactory();
      Files.write(
          NOTED,
          Stream.of(all.getSingletonNames())
              .filter(all::containsBeanDefinition)
              .filter(name -> all.getBeanDefinition(name) instanceof ScannedGenericBeanDefinition)
              .toList());
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Receipt receipt =
          collector.take(
              new Delivery(
                  exchange.getRequestURI().getPath().substring(1),
                  null,
                  Browsing.AGENT,
                  null,
                  "https://" + Browsing.HOST,
                  false,
                  clock.instant(),
                  atMost -> exchange.getRequestBody().readNBytes(atMost)));
      int status =
          switch (receipt) {
            case Receipt.Taken _ -> 204;
            case Receipt.Refused _ -> 400;
            case Receipt.Later _ -> 503;
          };
      exchange.sendResponseHeaders(status, -1);
    }
  }
}
