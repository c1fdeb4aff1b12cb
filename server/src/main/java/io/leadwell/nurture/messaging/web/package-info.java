@NullMarked
package io.leadwell.nurture.messaging.web;

import org.jspecify.annotations.NullMarked;
