package io.microecommerce.service.layout;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayoutRulesTest {

    private static final String FIXTURES = "io.microecommerce.service.layout.fixture.";

    static Stream<Arguments> violations() {
        return Stream.of(
                Arguments.of(LayoutRules.ROOTS_DO_NOT_KNOW_EDGES, "rootknowsedge", "OrderRow"),
                Arguments.of(LayoutRules.EDGES_DO_NOT_KNOW_EACH_OTHER, "edgeknowsedge", "OrderRow"),
                Arguments.of(LayoutRules.ONLY_THE_GATEWAY_SPEAKS_HTTP, "httpinservice", "OrderController"),
                Arguments.of(LayoutRules.PACKAGES_ARE_NOUNS, "emptyname", "common"),
                Arguments.of(LayoutRules.CLASSES_SAY_WHAT_THEY_ARE, "emptysuffix", "OrderManager"),
                Arguments.of(LayoutRules.MONEY_IS_NEVER_A_FLOATING_POINT_NUMBER, "floatingmoney", "amount"));
    }

    @ParameterizedTest
    @MethodSource("violations")
    void eachRuleBites(ArchRule rule, String fixture, String culprit) {
        assertThatThrownBy(() -> rule.check(classesOf(fixture)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(culprit);
    }

    static List<ArchRule> rules() {
        return violations().map(arguments -> (ArchRule) arguments.get()[0]).toList();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void noRuleBitesWhatIsRight(ArchRule rule) {
        assertThatCode(() -> rule.check(classesOf("conforming"))).doesNotThrowAnyException();
    }

    private static JavaClasses classesOf(String fixture) {
        return new ClassFileImporter().importPackages(FIXTURES + fixture);
    }
}
