package io.leadwell.pool.segments;

import io.leadwell.base.platform.ProblemCode;

/** Why a segment can't be had or changed. */
public enum SegmentsProblem implements ProblemCode {
  SEGMENT_NOT_FOUND(Kind.NOT_FOUND),
  SEGMENT_INVALID(Kind.INVALID),
  SEGMENT_NAME_TAKEN(Kind.CONFLICT),
  SEGMENT_CHANGED(Kind.CONFLICT),
  SEGMENT_DYNAMIC(Kind.CONFLICT);

  private final Kind kind;

  SegmentsProblem(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }
}
