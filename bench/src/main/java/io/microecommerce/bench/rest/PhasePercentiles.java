package io.microecommerce.bench.rest;

/** Percentiles of a phase as svc-payment publishes them, in milliseconds: of about the last two minutes. */
public record PhasePercentiles(double p50, double p95, double p99) {}
