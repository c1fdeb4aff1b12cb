package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.ProblemCode;
import io.leadwell.base.platform.Texts;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import org.springframework.stereotype.Component;
import org.springframework.util.ClassUtils;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What people wrote about the API: the files below {@code openapi}, and the codes of problems. */
@Component
class ApiWords {

  private final Texts texts;

  ApiWords(Texts texts) {
    this.texts = texts;
  }

  /** Fragments of OpenAPI, in the order of their names. */
  List<OpenAPI> fragments() {
    try {
      Resource[] files =
          new PathMatchingResourcePatternResolver().getResources("classpath*:openapi/*.yaml");
      List<OpenAPI> fragments = new ArrayList<>();
      for (Resource file :
          Arrays.stream(files)
              .sorted(Comparator.comparing(f -> Objects.requireNonNull(f.getFilename())))
              .toList()) {
        try (InputStream content = file.getInputStream()) {
          Object tree = new Yaml(new SafeConstructor(new LoaderOptions())).load(content);
          fragments.add(Json31.mapper().convertValue(tree, OpenAPI.class));
        }
      }
      return fragments;
    } catch (IOException e) {
      throw new IllegalStateException("The words about the API are part of the application", e);
    }
  }

  /** Every code with its status and what it says, as a table. */
  String codes() {
    StringBuilder table = new StringBuilder("| code | says |\n|---|---|\n");
    problems().stream()
        .sorted(Comparator.comparing(ProblemCode::name))
        .forEach(code ->
            table
                .append("| `")
                .append(io.leadwell.base.platform.web.Problems.camel(code.name()))
                .append("` | ")
                .append(
                    texts
                        .of(Locale.ENGLISH, "problem." + code.name())
                        .replaceAll("\\{[^}]*}", "…")
                        .replace("|", "/"))
                .append(" |\n"));
    return table.toString();
  }

  private static List<ProblemCode> problems() {
    var scanner = new ClassPathScanningCandidateComponentProvider(false);
    scanner.addIncludeFilter(new AssignableTypeFilter(ProblemCode.class));
    return scanner.findCandidateComponents("io.leadwell").stream()
        .map(BeanDefinition::getBeanClassName)
        .map(Objects::requireNonNull)
        .map(name -> ClassUtils.resolveClassName(name, ApiWords.class.getClassLoader()))
        .filter(Class::isEnum)
        .flatMap(type -> Arrays.stream((Object[]) type.getEnumConstants()))
        .map(ProblemCode.class::cast)
        .toList();
  }
}
