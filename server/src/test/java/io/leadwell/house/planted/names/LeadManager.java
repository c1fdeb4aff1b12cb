package io.leadwell.house.planted.names;

/** A name that says nothing. */
record LeadManager(String name) {}
