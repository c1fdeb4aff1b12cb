package io.leadwell.testing;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.TestExecutionListeners;

/**
 * The whole server on a real PostgreSQL, one for all test classes; every test method starts with
 * empty tables.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@SpringBootTest(
    classes = {io.leadwell.Leadwell.class, MovableClock.class},
    // Nobody is made one with anybody while a test counts people; who tests it, steps it.
    properties = {"leadwell.likeness.enabled=false", "leadwell.revaluation.enabled=false"},
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = TestCluster.class)
@TestExecutionListeners(
    listeners = EmptyTables.class,
    mergeMode = TestExecutionListeners.MergeMode.MERGE_WITH_DEFAULTS)
public @interface OnPostgres {}
