package io.leadwell.connect.wecom.web;

import io.leadwell.base.workspace.Open;
import io.leadwell.connect.wecom.Callbacks;
import io.leadwell.connect.wecom.Callbacks.Reason;
import io.leadwell.connect.wecom.Callbacks.Reply;
import io.leadwell.connect.wecom.Envelope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Where Tencent calls back. Open to anybody: the signature decides, not a session. */
@RestController
@RequestMapping("/api/callbacks/wecom/{id}")
class CallbackController {

  private static final MediaType PLAIN = new MediaType("text", "plain", StandardCharsets.UTF_8);

  private final Callbacks callbacks;

  CallbackController(Callbacks callbacks) {
    this.callbacks = callbacks;
  }

  @GetMapping
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> greet(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String signature,
      @RequestParam(name = "msg_signature", required = false) @Nullable String messageSignature,
      @RequestParam(required = false) @Nullable String timestamp,
      @RequestParam(required = false) @Nullable String nonce,
      @RequestParam(required = false) @Nullable String echostr) {
    return answer(
        callbacks.greet(id, new Envelope(signature, messageSignature, timestamp, nonce, echostr)));
  }

  @PostMapping
  @Open(Open.To.ANYBODY)
  ResponseEntity<String> take(
      @PathVariable UUID id,
      @RequestParam(required = false) @Nullable String signature,
      @RequestParam(name = "msg_signature", required = false) @Nullable String messageSignature,
      @RequestParam(required = false) @Nullable String timestamp,
      @RequestParam(required = false) @Nullable String nonce,
      HttpServletRequest request)
      throws IOException {
    return answer(
        callbacks.take(
            id, new Envelope(signature, messageSignature, timestamp, nonce, null), body(request)));
  }

  /** One byte more than is read at most tells that there is too much; the rest stays unread. */
  private static byte[] body(HttpServletRequest request) throws IOException {
    try (InputStream in = request.getInputStream()) {
      return in.readNBytes(Callbacks.LARGEST + 1);
    }
  }

  private static ResponseEntity<String> answer(Reply reply) {
    return switch (reply) {
      case Reply.Said said -> ResponseEntity.ok().contentType(PLAIN).body(said.text());
      case Reply.Refused refused ->
          ResponseEntity.status(status(refused.reason()))
              .contentType(PLAIN)
              .body(refused.reason().name().toLowerCase(Locale.ROOT));
    };
  }

  private static HttpStatus status(Reason reason) {
    return switch (reason) {
      case UNKNOWN_ADDRESS -> HttpStatus.NOT_FOUND;
      case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
      case UNREADABLE, NOT_ENCRYPTED -> HttpStatus.BAD_REQUEST;
      case WRONG_SIGNATURE, TOO_OLD, WRONG_KEY, WRONG_RECEIVER -> HttpStatus.FORBIDDEN;
    };
  }
}
