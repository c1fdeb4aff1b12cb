package io.leadwell.base.workspace.web;

import io.leadwell.base.platform.Page;
import io.leadwell.base.workspace.Allow;
import io.leadwell.base.workspace.Audit;
import io.leadwell.base.workspace.AuditCheck;
import io.leadwell.base.workspace.AuditEntry;
import io.leadwell.base.workspace.AuditFilter;
import io.leadwell.base.workspace.Permission;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Routes of the audit log. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditController {

  private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
  private static final int MOST = 200;

  private final Audit audit;

  AuditController(Audit audit) {
    this.audit = audit;
  }

  @GetMapping
  @Allow(Permission.AUDIT_READ)
  Page<AuditEntry> list(
      @RequestParam(required = false) @Nullable UUID actor,
      @RequestParam(required = false) @Nullable String action,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable String cursor,
      @RequestParam(defaultValue = "50") int limit) {
    AuditFilter filter =
        new AuditFilter(
            actor,
            action,
            from == null ? null : from.atStartOfDay(CHINA).toInstant(),
            to == null ? null : to.plusDays(1).atStartOfDay(CHINA).toInstant());
    return audit.list(filter, cursor, Math.clamp(limit, 1, MOST));
  }

  /** Whether every entry still is as it was written. */
  @GetMapping("/check")
  @Allow(Permission.AUDIT_READ)
  AuditCheck check() {
    return audit.verify();
  }
}
