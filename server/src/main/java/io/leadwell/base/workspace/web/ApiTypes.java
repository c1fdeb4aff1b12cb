package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Caller;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.jackson.TypeNameResolver;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.JsonNode;

/** How the records of the code stand in the document of the API. */
@Configuration(proxyBeanMethods = false)
class ApiTypes {

  ApiTypes() {
    SpringDocUtils.getConfig()
        .addRequestWrapperToIgnore(Caller.class)
        .replaceWithSchema(JsonNode.class, new ObjectSchema());
  }

  @Bean
  ModelResolver recordsByName(ObjectMapperProvider mappers) {
    return new ModelResolver(mappers.jsonMapper(), new Names()).openapi31(true);
  }

  @Bean
  ModelConverter whatIsAlwaysThere(ObjectMapperProvider mappers) {
    return new AlwaysThere(mappers);
  }

  /** {@code Page<LeadRow>} is PageLeadRow, the record Undo of LeadsController is LeadsUndo. */
  private static final class Names extends TypeNameResolver {

    @Override
    protected String nameForClass(Class<?> type, Set<Options> options) {
      Class<?> outer = type.getDeclaringClass();
      return outer == null || !outer.getName().startsWith("io.leadwell.")
          ? super.nameForClass(type, options)
          : outer.getSimpleName().replace("Controller", "") + type.getSimpleName();
    }
  }

  /** Parts of a record that cannot be null are in every answer. */
  private record AlwaysThere(ObjectMapperProvider mappers) implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
        AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
      if (!chain.hasNext()) {
        return null;
      }
      Schema<?> resolved = chain.next().resolve(type, context, chain);
      Class<?> record = mappers.jsonMapper().constructType(type.getType()).getRawClass();
      if (resolved != null && record.isRecord()) {
        Schema<?> target =
            resolved.get$ref() == null
                ? resolved
                : context
                    .getDefinedModels()
                    .get(resolved.get$ref().substring(resolved.get$ref().lastIndexOf('/') + 1));
        if (target != null) {
          require(target, record);
        }
      }
      return resolved;
    }

    private static void require(Schema<?> schema, Class<?> record) {
      for (RecordComponent part : record.getRecordComponents()) {
        boolean known =
            schema.getProperties() != null && schema.getProperties().containsKey(part.getName());
        boolean told =
            schema.getRequired() != null && schema.getRequired().contains(part.getName());
        if (known && !told && !part.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
          schema.addRequiredItem(part.getName());
        }
      }
    }
  }
}
