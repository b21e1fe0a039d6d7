package io.microecommerce.gateway;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.microecommerce.service.layout.LayoutRules;

/** Over the contracts, too: the rule on what stands outside the gateway must find something there. */
@AnalyzeClasses(
        packages = {"io.microecommerce.gateway", "io.microecommerce.api"},
        importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchTests LAYOUT = ArchTests.in(LayoutRules.class);
}
