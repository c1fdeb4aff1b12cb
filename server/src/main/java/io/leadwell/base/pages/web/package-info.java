@NullMarked
package io.leadwell.base.pages.web;

import org.jspecify.annotations.NullMarked;
