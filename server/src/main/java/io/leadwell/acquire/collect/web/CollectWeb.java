package io.leadwell.acquire.collect.web;

import jakarta.servlet.Filter;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is special about the addresses that other websites' pages call. */
@Configuration(proxyBeanMethods = false)
class CollectWeb implements WebMvcConfigurer {

  static final String ROOT = "/c";

  /**
   * No filters: nobody signs in here, and the pages that send have no token of ours. What they may
   * send is the collector's to decide.
   */
  @Bean
  @Order(Ordered.HIGHEST_PRECEDENCE)
  SecurityFilterChain collectorIsOpen() {
    return new DefaultSecurityFilterChain(
        PathPatternRequestMatcher.withDefaults().matcher(ROOT + "/**"), List.<Filter>of());
  }

  /** Any page may call; what it sends for a site that is not its own is put aside. */
  @Override
  public void addCorsMappings(CorsRegistry cors) {
    cors.addMapping(ROOT + "/**")
        .allowedOriginPatterns("*")
        .allowedMethods("GET", "POST")
        .allowedHeaders("Content-Type")
        .exposedHeaders("Retry-After")
        .allowCredentials(true)
        .maxAge(86_400);
  }
}
