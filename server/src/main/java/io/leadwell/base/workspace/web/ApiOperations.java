package io.leadwell.base.workspace.web;

import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Open;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;

/**
 * What the document of the API says of every route by itself: a name, who may call it, and how it
 * may refuse. So a route that nobody has described is still right.
 */
@Component
class ApiOperations implements GlobalOperationCustomizer {

  @Override
  public Operation customize(Operation operation, HandlerMethod method) {
    String controller = method.getBeanType().getSimpleName().replace("Controller", "");
    operation
        .tags(List.of(sentence(controller)))
        .operationId(uncapitalised(controller) + "." + method.getMethod().getName())
        .summary(sentence(method.getMethod().getName()));
    mayCall(operation, method);
    withoutMaps(operation, method);
    if (isFile(method)) {
      file(operation);
    }
    refusals(operation, method);
    return operation;
  }

  private static void mayCall(Operation operation, HandlerMethod method) {
    Open open = method.getMethodAnnotation(Open.class);
    Allow allow = method.getMethodAnnotation(Allow.class);
    if (open != null && open.value() == Open.To.ANYBODY) {
      operation.security(List.of());
      return;
    }
    operation.security(
        List.of(
            new SecurityRequirement().addList("key"),
            new SecurityRequirement().addList("session")));
    if (allow != null) {
      operation.addExtension("x-permission", allow.value().word());
    }
  }

  /** A map of parameters is read by name: the names are told beside, the map is none of them. */
  private static void withoutMaps(Operation operation, HandlerMethod method) {
    if (operation.getParameters() != null) {
      for (MethodParameter parameter : method.getMethodParameters()) {
        if (parameter.hasParameterAnnotation(RequestParam.class)
            && Map.class.isAssignableFrom(parameter.getParameterType())) {
          String name = parameter.getParameter().getName();
          operation.getParameters().removeIf(known -> name.equals(known.getName()));
        }
      }
    }
  }

  private static boolean isFile(HandlerMethod method) {
    return method.isVoid()
        && Arrays.stream(method.getMethodParameters())
            .anyMatch(p -> p.getParameterType() == HttpServletResponse.class);
  }

  private static void file(Operation operation) {
    MediaType binary = new MediaType().schema(new Schema<>().type("string").format("binary"));
    operation.setResponses(
        new ApiResponses()
            .addApiResponse(
                "200",
                new ApiResponse()
                    .description("The file")
                    .content(
                        new Content()
                            .addMediaType("text/csv", binary)
                            .addMediaType(
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                                binary))));
  }

  private static void refusals(Operation operation, HandlerMethod method) {
    if (method.getMethodAnnotation(Allow.class) != null) {
      refusal(operation, "403", "Forbidden");
    }
    Open open = method.getMethodAnnotation(Open.class);
    if (open == null || open.value() == Open.To.SIGNED_IN) {
      refusal(operation, "401", "SignedOut");
    } else {
      refusal(operation, "429", "TooMany");
    }
    boolean body = has(method, RequestBody.class);
    if (has(method, org.springframework.web.bind.annotation.PathVariable.class)) {
      refusal(operation, "404", "NotFound");
    }
    if (body) {
      refusal(operation, "409", "Conflict");
    }
    if (body || has(method, RequestParam.class)) {
      refusal(operation, "422", "Invalid");
    }
    boolean upload =
        Arrays.stream(method.getMethodParameters())
            .anyMatch(p -> MultipartFile.class.isAssignableFrom(p.getParameterType()));
    if (upload) {
      refusal(operation, "413", "TooLarge");
    }
    refusal(operation, "503", "Away");
  }

  private static boolean has(
      HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
    return Arrays.stream(method.getMethodParameters())
        .anyMatch(parameter -> parameter.hasParameterAnnotation(annotation));
  }

  private static void refusal(Operation operation, String status, String response) {
    operation
        .getResponses()
        .addApiResponse(status, new ApiResponse().$ref("#/components/responses/" + response));
  }

  /** {@code undoTagging} as "Undo tagging". */
  private static String sentence(String name) {
    String words = name.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String uncapitalised(String name) {
    return name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
  }
}
