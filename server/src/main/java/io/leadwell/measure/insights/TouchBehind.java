package io.leadwell.measure.insights;

/**
 * The figure whose touches or leads are asked for.
 *
 * @param row the key of its row, or {@code *} for the total
 */
public record TouchBehind(TouchQuestion question, String row, TouchFigure figure) {

  TouchBehind of(TouchQuestion other) {
    return new TouchBehind(other, row, figure);
  }
}
