package io.leadwell.base.platform;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.leadwell.postgres.PostgresCluster;
import java.nio.file.Path;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The database: an outside PostgreSQL by URL, or the one in the data folder. The pool depends on
 * the cluster, so Spring closes it first and PostgreSQL stops without broken connections.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

  private static final String EMBEDDED = "'${leadwell.database:}'.isBlank()";

  @Bean(destroyMethod = "close")
  @ConditionalOnExpression(EMBEDDED)
  PostgresCluster postgresCluster(
      @Value("${leadwell.data}") Path data, @Value("${leadwell.postgres-programs}") Path programs) {
    return PostgresCluster.start(data.resolve("postgres"), programs);
  }

  @Bean(destroyMethod = "close")
  HikariDataSource dataSource(
      ObjectProvider<PostgresCluster> embedded, @Value("${leadwell.database:}") String url) {
    HikariConfig pool = new HikariConfig();
    PostgresCluster cluster = embedded.getIfAvailable();
    if (cluster == null) {
      pool.setJdbcUrl(url);
    } else {
      pool.setJdbcUrl(cluster.jdbcUrl());
      pool.setUsername(cluster.user());
      pool.setPassword(cluster.password());
    }
    pool.setMaximumPoolSize(24);
    pool.setMinimumIdle(4);
    pool.setConnectionTimeout(15_000);
    pool.addDataSourceProperty("reWriteBatchedInserts", "true");
    pool.addDataSourceProperty("ApplicationName", "leadwell");
    pool.addDataSourceProperty("connectTimeout", "10");
    pool.addDataSourceProperty("tcpKeepAlive", "true");
    return new HikariDataSource(pool);
  }

  @Bean
  DataFolder dataFolder(@Value("${leadwell.data}") Path data, DataSource ignored) {
    return new DataFolder(data.toAbsolutePath().normalize());
  }
}
