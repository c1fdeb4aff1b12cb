package io.leadwell.base.workspace.web;

import jakarta.servlet.http.HttpServletRequest;

/** Which addresses are the service, and which are pages of the app. */
final class Places {

  private Places() {}

  /** Everything that answers with data. */
  static boolean isService(String path) {
    return below(path, "/api") || below(path, "/v3") || below(path, "/actuator");
  }

  /**
   * Pages and doors for strangers: hosted pages, the collector, short links, and what other systems
   * call back with a signature of their own.
   */
  static boolean isPublic(HttpServletRequest request) {
    String path = request.getRequestURI();
    return below(path, "/p")
        || below(path, "/c")
        || below(path, "/l")
        || below(path, "/api/callbacks");
  }

  private static boolean below(String path, String root) {
    return path.equals(root) || path.startsWith(root + "/") || path.startsWith(root + ".");
  }
}
