package io.microecommerce.product.config;

import io.microecommerce.product.catalog.store.CatalogIndexes;
import io.microecommerce.product.catalog.store.CatalogUpgrade;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes MongoDB ready: its indexes, what documents of an earlier version lack and, in the local profile, the demonstration
 * catalogue. A MongoDB that is down does not
 * keep the service from starting, because payments under way need its stock and not its catalogue; it is asked again until
 * it answers.
 */
@Component
class CatalogPreparation implements ApplicationRunner {

    private static final long RETRY_MILLIS = 5_000;

    private static final Logger log = LoggerFactory.getLogger(CatalogPreparation.class);

    private final CatalogIndexes indexes;
    private final CatalogUpgrade upgrade;
    private final ObjectProvider<DemoCatalogue> demo;
    private boolean prepared;

    CatalogPreparation(CatalogIndexes indexes, CatalogUpgrade upgrade, ObjectProvider<DemoCatalogue> demo) {
        this.indexes = indexes;
        this.upgrade = upgrade;
        this.demo = demo;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        prepareOnce();
    }

    @Scheduled(initialDelay = RETRY_MILLIS, fixedDelay = RETRY_MILLIS)
    synchronized void prepareOnce() {
        if (prepared) {
            return;
        }
        try {
            indexes.create();
            upgrade.run();
            demo.ifAvailable(DemoCatalogue::load);
            prepared = true;
        } catch (DataAccessResourceFailureException unreachable) {
            log.warn(
                    "MongoDB does not answer, so the catalogue cannot be read; next attempt in {} ms: {}",
                    RETRY_MILLIS,
                    unreachable.getMessage());
        } catch (RuntimeException failed) {
            // Two replicas that start together can be in each other's way, once. Whatever it is, stock needs no
            // catalogue.
            log.error("The catalogue could not be made ready; next attempt in {} ms", RETRY_MILLIS, failed);
        }
    }
}
