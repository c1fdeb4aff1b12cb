package io.leadwell.acquire.capture.web;

import io.leadwell.acquire.capture.LeadCalls;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Caller;
import io.leadwell.base.workspace.Permission;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Leads from other systems. They come with a key, so with the header {@code Authorization}; what a
 * member types in the app comes to the same address with a cookie.
 */
@RestController
class LeadCallsController {

  record CallAnswer(UUID submissionId, UUID personId, @Nullable UUID leadId, boolean newLead) {}

  private final LeadCalls calls;

  LeadCallsController(LeadCalls calls) {
    this.calls = calls;
  }

  /** The same answer to the same call, however often; the header Idempotent-Replayed tells. */
  @PostMapping(
      path = "/api/v1/leads",
      headers = HttpHeaders.AUTHORIZATION,
      consumes = MediaType.APPLICATION_JSON_VALUE)
  @Allow(Permission.LEADS_EDIT)
  ResponseEntity<CallAnswer> bring(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String callKey,
      HttpServletRequest request,
      Caller caller)
      throws IOException {
    byte[] body = request.getInputStream().readNBytes(LeadCalls.LARGEST_BODY + 1);
    LeadCalls.Answer answer = calls.bring(callKey, body, caller);
    ResponseEntity.BodyBuilder response = ResponseEntity.status(HttpStatus.CREATED);
    if (answer.repeated()) {
      response.header("Idempotent-Replayed", "true");
    }
    return response.body(
        new CallAnswer(
            answer.submissionId(), answer.personId(), answer.leadId(), answer.newLead()));
  }
}
