package io.microecommerce.bench.cli;

import io.microecommerce.bench.load.Figures;
import io.microecommerce.bench.rest.PayPhase;
import io.microecommerce.bench.rest.PhasePercentiles;
import io.microecommerce.bench.rest.PhaseTimes;
import io.microecommerce.bench.store.CommitPeer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Everything a run found out.
 *
 * @param seconds length of the window, as it was
 * @param cpuMillis processor time that each component used in the window
 * @param phases what svc-payment measured in the window
 * @param percentiles as svc-payment published them at the end
 */
record Report(
        PayOptions options,
        List<String> skus,
        double seconds,
        CommitPeer.Result peer,
        Figures figures,
        Map<String, Long> cpuMillis,
        Map<PayPhase, PhaseTimes.Total> phases,
        Map<PayPhase, PhasePercentiles> percentiles,
        Audit audit) {

    Report {
        skus = List.copyOf(skus);
        cpuMillis = new LinkedHashMap<>(cpuMillis);
        phases = new LinkedHashMap<>(phases);
        percentiles = Map.copyOf(percentiles);
    }
}
