package io.microecommerce.payment;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.microecommerce.service.layout.LayoutRules;

@AnalyzeClasses(packages = "io.microecommerce.payment", importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchTests layout = ArchTests.in(LayoutRules.class);
}
