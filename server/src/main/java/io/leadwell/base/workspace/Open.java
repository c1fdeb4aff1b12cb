package io.leadwell.base.workspace;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A route that needs no permission: open to strangers, or to anybody who is signed in. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Open {

  To value();

  /** Who may pass. */
  enum To {
    ANYBODY,
    SIGNED_IN
  }
}
