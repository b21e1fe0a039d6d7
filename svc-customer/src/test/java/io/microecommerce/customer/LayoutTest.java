package io.microecommerce.customer;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import io.microecommerce.service.layout.LayoutRules;

@AnalyzeClasses(packagesOf = CustomerApplication.class, importOptions = ImportOption.DoNotIncludeTests.class)
class LayoutTest {

    @ArchTest
    static final ArchTests layout = ArchTests.in(LayoutRules.class);
}
