package io.leadwell.base.platform;

import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** How the migrations are applied at the start. */
@Configuration(proxyBeanMethods = false)
class MigrationConfiguration {

  /**
   * Flyway would run on a database with migrations of a later release; we refuse, as that release
   * may keep what this one does not know of.
   */
  @Bean
  FlywayConfigurationCustomizer newerDataIsRefused() {
    return configuration -> configuration.ignoreMigrationPatterns(new String[0]);
  }
}
