package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.Permission;
import io.leadwell.base.workspace.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.session.NullAuthenticatedSessionStrategy;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * The filters before every request; what a route itself asks for is the {@link Gate}'s business.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

  private static final String CONTENT_POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:;"
          + " object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

  /** A public page may stand in a frame of another site only where its controller says so. */
  private static final String PUBLIC_CONTENT_POLICY =
      "default-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'self'";

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /**
   * Pages for the public, the collector and short links: nobody is signed in there and no cookie of
   * the app counts, so there is nothing to forge.
   */
  @Bean
  @Order(1)
  SecurityFilterChain publicSecurity(HttpSecurity http) {
    return http.securityMatcher(Places::isPublic)
        .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .csrf(AbstractHttpConfigurer::disable)
        .authorizeHttpRequests(routes -> routes.anyRequest().permitAll())
        .headers(headers ->
            headers
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::disable)
                .contentSecurityPolicy(policy -> policy.policyDirectives(PUBLIC_CONTENT_POLICY))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
        .build();
  }

  @Bean
  @Order(2)
  SecurityFilterChain security(
      HttpSecurity http,
      Sessions sessions,
      Keys keys,
      Refusals refusals,
      CookieCsrfTokenRepository csrfTokens) {
    return http.sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
        .requestCache(AbstractHttpConfigurer::disable)
        .httpBasic(AbstractHttpConfigurer::disable)
        .formLogin(AbstractHttpConfigurer::disable)
        .logout(AbstractHttpConfigurer::disable)
        .csrf(csrf ->
            csrf.spa()
                .csrfTokenRepository(csrfTokens)
                // Each request here looks like a sign-in to Spring, which would give a new token
                // with
                // every answer: of two requests at once the second would be refused. Signing in
                // renews it instead.
                .sessionAuthenticationStrategy(new NullAuthenticatedSessionStrategy())
                .requireCsrfProtectionMatcher(SecurityConfiguration::canBeForged))
        .addFilterAfter(new CallerFilter(sessions, keys, refusals), CsrfFilter.class)
        .authorizeHttpRequests(routes ->
            routes
                .requestMatchers("/actuator/health", "/actuator/health/**")
                .permitAll()
                .requestMatchers("/actuator", "/actuator/**")
                .hasAuthority(Permission.SETTINGS_EDIT.word())
                .requestMatchers("/v3", "/v3/**", "/v3/api-docs.yaml")
                .authenticated()
                .anyRequest()
                .permitAll())
        .exceptionHandling(e -> e.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
        .headers(headers ->
            headers
                .contentSecurityPolicy(policy -> policy.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(r -> r.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN)))
        .build();
  }

  /** The page reads the cookie and sends it back as a header. */
  @Bean
  CookieCsrfTokenRepository csrfTokens() {
    return CookieCsrfTokenRepository.withHttpOnlyFalse();
  }

  /** Members sign in through {@link Sessions}; without this Spring would invent a user. */
  @Bean
  UserDetailsService nobody() {
    return name -> {
      throw new UsernameNotFoundException(name);
    };
  }

  /** Cookies go along with whatever another site makes a browser send; keys do not. */
  private static boolean canBeForged(HttpServletRequest request) {
    return !READING.contains(request.getMethod()) && CallerFilter.bearer(request) == null;
  }
}
