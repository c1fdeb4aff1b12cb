package io.leadwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Open;
import io.leadwell.base.workspace.Permission;
import jakarta.servlet.FilterRegistration;
import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ClassUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** All ways into the service: routes of controllers, and filters that answer by themselves. */
final class WaysIn {

  private static final String OURS = "io.leadwell.";

  /** Filters of ours that answer in a controller's place, with the route they stand for. */
  private static final Map<String, String> ANSWERING =
      Map.of("HitsDoor", "/c/{site:[a-z0-9]{3,16}}");

  /** Filters of ours that let pass or refuse. */
  private static final Set<String> PASSING = Set.of("PublicBodies");

  /** One of them, with what is written on it. */
  record WayIn(
      String verb, String pattern, @Nullable Permission permission, Open.@Nullable To open) {}

  private WaysIn() {}

  static List<WayIn> of(WebApplicationContext context) {
    List<WayIn> found = new ArrayList<>();
    filters(context)
        .forEach(filter -> {
          String route = ANSWERING.get(filter.getSimpleName());
          if (route != null) {
            Arrays.stream(filter.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(Open.class))
                .forEach(method -> found.add(way("POST", route, method)));
          }
        });
    assertThat(found).as("filters that answer say who may pass").hasSameSizeAs(ANSWERING.keySet());
    context
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, handler) -> {
          if (!handler.getBeanType().getName().startsWith(OURS)) {
            return;
          }
          assertThat(info.getPatternValues()).isNotEmpty();
          for (String pattern : info.getPatternValues()) {
            Set<RequestMethod> verbs = info.getMethodsCondition().getMethods();
            assertThat(verbs).as("methods of " + pattern).isNotEmpty();
            verbs.forEach(verb -> found.add(way(verb.name(), pattern, handler.getMethod())));
          }
        });
    return found;
  }

  /** All filters of ours; one that nobody has thought about here is a way in that nobody walks. */
  private static List<Class<?>> filters(WebApplicationContext context) {
    List<Class<?>> ours =
        Objects.requireNonNull(context.getServletContext())
            .getFilterRegistrations()
            .values()
            .stream()
            .map(FilterRegistration::getClassName)
            .filter(name -> name.startsWith(OURS))
            .<Class<?>>map(name -> ClassUtils.resolveClassName(name, null))
            .toList();
    assertThat(ours)
        .extracting(Class::getSimpleName)
        .allMatch(name -> PASSING.contains(name) || ANSWERING.containsKey(name));
    return ours;
  }

  private static WayIn way(String verb, String pattern, AnnotatedElement written) {
    Allow allow = AnnotationUtils.findAnnotation(written, Allow.class);
    Open open = AnnotationUtils.findAnnotation(written, Open.class);
    return new WayIn(
        verb, pattern, allow == null ? null : allow.value(), open == null ? null : open.value());
  }
}
