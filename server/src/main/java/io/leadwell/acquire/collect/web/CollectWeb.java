package io.leadwell.acquire.collect.web;

import io.leadwell.acquire.collect.Collector;
import io.leadwell.base.platform.web.Problems;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.servlet.config.annotation.CorsRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What is special about the addresses that other websites' pages call. */
@Configuration(proxyBeanMethods = false)
class CollectWeb implements WebMvcConfigurer {

  static final String ROOT = "/c";

  /** Any page may call; what it sends for a site that is not its own is put aside. */
  private static final CorsConfiguration ANY_PAGE = anyPage();

  /** Before every other filter; the others never see a delivery. */
  @Bean
  FilterRegistrationBean<HitsDoor> hitsDoor(Collector collector, Problems problems, Clock clock) {
    FilterRegistrationBean<HitsDoor> door =
        new FilterRegistrationBean<>(new HitsDoor(collector, problems, ANY_PAGE, clock));
    door.addUrlPatterns(ROOT + "/*");
    door.setOrder(Ordered.HIGHEST_PRECEDENCE);
    return door;
  }

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

  @Override
  public void addCorsMappings(CorsRegistry cors) {
    cors.addMapping(ROOT + "/**").combine(ANY_PAGE);
  }

  private static CorsConfiguration anyPage() {
    CorsConfiguration cors = new CorsConfiguration();
    cors.setAllowedOriginPatterns(List.of("*"));
    cors.setAllowedMethods(List.of("GET", "POST"));
    cors.setAllowedHeaders(List.of("Content-Type"));
    cors.setExposedHeaders(List.of("Retry-After"));
    cors.setAllowCredentials(true);
    cors.setMaxAge(Duration.ofDays(1));
    return cors;
  }
}
