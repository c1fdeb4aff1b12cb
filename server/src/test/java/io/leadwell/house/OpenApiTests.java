package io.leadwell.house;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Keys;
import io.leadwell.base.workspace.MoneyUnit;
import io.leadwell.base.workspace.Role;
import io.leadwell.base.workspace.Workspaces;
import io.leadwell.testing.Browser;
import io.leadwell.testing.OnPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.yaml.snakeyaml.Yaml;

/**
 * The document of the API that stands in the repository is the one that the code gives.
 * CONTRIBUTING.md says how to write it anew after routes have changed.
 */
@OnPostgres
class OpenApiTests {

  private static final Path COMMITTED = Path.of("../docs/openapi.yaml");
  private static final Pattern REFERENCE = Pattern.compile("\"?#/components/(\\w+)/([\\w.-]+)\"?");

  @Autowired private Workspaces workspaces;
  @Autowired private Keys keys;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @LocalServerPort private int port;
  private String document = "";
  private Map<String, Object> tree = Map.of();

  @BeforeEach
  void read() {
    workspaces.open("云帆科技", MoneyUnit.WAN, false);
    String key = keys.create("reader", Role.ADMIN, null, Caller.system()).secret();
    Browser.Answer answer =
        new Browser(port).with("Authorization", "Bearer " + key).get("!/v3/api-docs.yaml");
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    document = answer.text();
    tree = new Yaml().load(document);
  }

  @Test
  void the_committed_document_is_the_one_the_code_gives() throws IOException {
    if (System.getenv("LEADWELL_WRITE_OPENAPI") != null) {
      Files.writeString(COMMITTED, document);
    }
    assertThat(document)
        .as("docs/openapi.yaml is stale; CONTRIBUTING.md says how to write it anew")
        .isEqualTo(Files.readString(COMMITTED));
  }

  @Test
  void every_route_is_in_it_with_a_name_of_its_own_and_a_summary() {
    // Two ways to say the same at one address are one route.
    Set<String> routes = new TreeSet<>();
    mapping
        .getHandlerMethods()
        .forEach((info, method) ->
            info.getPatternValues().stream()
                .filter(path -> path.startsWith("/api/"))
                .filter(_ -> method.getBeanType().getName().startsWith("io.leadwell."))
                .forEach(path ->
                    info.getMethodsCondition()
                        .getMethods()
                        .forEach(verb -> routes.add(verb.name().toLowerCase() + " " + path))));
    List<String> told = new ArrayList<>();
    List<Object> names = new ArrayList<>();
    part("paths")
        .forEach((path, verbs) ->
            map(verbs)
                .forEach((verb, operation) -> {
                  told.add(verb + " " + path);
                  names.add(map(operation).get("operationId"));
                  assertThat(map(operation).get("summary")).asString().isNotBlank();
                  assertThat(map(operation)).containsKeys("tags", "security", "responses");
                }));
    assertThat(told).containsExactlyInAnyOrderElementsOf(routes);
    assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name).isNotNull());
  }

  @Test
  void every_reference_leads_somewhere_and_nothing_is_left_over() {
    Map<String, Object> components = part("components");
    List<String> schemas = new ArrayList<>();
    Matcher reference = REFERENCE.matcher(document);
    while (reference.find()) {
      assertThat(map(components.get(reference.group(1)))).containsKey(reference.group(2));
      schemas.add(reference.group(2));
    }
    assertThat(schemas).containsAll(map(components.get("schemas")).keySet());
    assertThat(document).doesNotContain("JsonNode", "127.0.0.1", String.valueOf(port));
  }

  private Map<String, Object> part(String name) {
    return map(tree.get(name));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object part) {
    return (Map<String, Object>) Objects.requireNonNull(part);
  }
}
