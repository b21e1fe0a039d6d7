package io.microecommerce.service.layout;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where things stand in a service. A feature's root package holds the domain and its use cases; its edges are sub-packages named
 * by what they talk to. Each service's {@code LayoutTest} applies these rules, and {@code LayoutRulesTest} shows that each bites.
 */
public final class LayoutRules {

    private static final Set<String> EDGES = Set.of("rpc", "tcc", "mq", "store", "remote", "mail", "web");

    /** service-defaults names its packages by concern, some of them like an edge; they are not one. */
    private static final Pattern SERVICE_DEFAULTS = Pattern.compile("io\\.microecommerce\\.service\\.\\w+");

    private static final Pattern NAMES_THAT_SAY_NOTHING =
            Pattern.compile(".*\\.(common|util|utils|helper|helpers|manager|managers|impl|misc)(\\..*)?");

    private static final Pattern SUFFIXES_THAT_SAY_NOTHING =
            Pattern.compile(".*(DTO|Dto|VO|BO|PO|Impl|Manager|Helper|Utils?)");

    @ArchTest
    static final ArchRule ROOTS_DO_NOT_KNOW_EDGES = noClasses()
            .that(describe("stand in a feature's root", LayoutRules::standsInRoot))
            .should()
            .dependOnClassesThat(standInAnEdge())
            .allowEmptyShould(true)
            .because("the domain declares what it needs, and the edges provide it");

    @ArchTest
    static final ArchRule EDGES_DO_NOT_KNOW_EACH_OTHER = classes()
            .that(standInAnEdge())
            .should(notDependOnAnotherEdge())
            .allowEmptyShould(true)
            .because("an edge talks to one thing; only a facade may call its own participant");

    @ArchTest
    static final ArchRule ONLY_THE_GATEWAY_SPEAKS_HTTP = noClasses()
            .that(describe(
                    "stand outside the gateway", type -> !type.getPackageName().contains(".gateway")))
            .should()
            .beAnnotatedWith("org.springframework.web.bind.annotation.RestController")
            .orShould()
            .beAnnotatedWith("org.springframework.stereotype.Controller")
            .allowEmptyShould(true)
            .because("the gateway is the only HTTP business API");

    @ArchTest
    static final ArchRule PACKAGES_ARE_NOUNS =
            noClasses().should(standInAPackageThatSaysNothing()).because("a folder's name tells what lives there");

    @ArchTest
    static final ArchRule CLASSES_SAY_WHAT_THEY_ARE = noClasses()
            .should()
            .haveNameMatching(SUFFIXES_THAT_SAY_NOTHING.pattern())
            .because("an implementation is named by its technology, a value by what it is");

    @ArchTest
    static final ArchRule MONEY_IS_NEVER_A_FLOATING_POINT_NUMBER = noFields()
            .should()
            .haveRawType(double.class)
            .orShould()
            .haveRawType(float.class)
            .allowEmptyShould(true)
            .because("amounts are whole minor units in a long");

    private LayoutRules() {}

    private record Edge(String feature, String name) {

        static Optional<Edge> of(JavaClass type) {
            String name = type.getPackageName();
            int lastDot = name.lastIndexOf('.');
            if (!name.startsWith("io.microecommerce.")
                    || SERVICE_DEFAULTS.matcher(name).matches()
                    || !EDGES.contains(name.substring(lastDot + 1))) {
                return Optional.empty();
            }
            return Optional.of(new Edge(name.substring(0, lastDot), name.substring(lastDot + 1)));
        }

        boolean mayKnow(Edge other) {
            boolean facadeOfItsParticipant =
                    feature.equals(other.feature) && name.equals("rpc") && other.name.equals("tcc");
            return equals(other) || facadeOfItsParticipant;
        }
    }

    private static boolean standsInRoot(JavaClass type) {
        return Edge.of(type).isEmpty() && !type.getPackageName().endsWith(".config");
    }

    private static DescribedPredicate<JavaClass> standInAnEdge() {
        return describe("stand in an edge", type -> Edge.of(type).isPresent());
    }

    private static ArchCondition<JavaClass> notDependOnAnotherEdge() {
        return new ArchCondition<>("not depend on another edge") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                Edge own = Edge.of(type).orElseThrow();
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    Edge.of(dependency.getTargetClass())
                            .filter(other -> !own.mayKnow(other))
                            .ifPresent(other ->
                                    events.add(SimpleConditionEvent.violated(type, dependency.getDescription())));
                }
            }
        };
    }

    private static ArchCondition<JavaClass> standInAPackageThatSaysNothing() {
        return new ArchCondition<>("stand in a package whose name says nothing") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                boolean saysNothing =
                        NAMES_THAT_SAY_NOTHING.matcher(type.getPackageName()).matches();
                events.add(new SimpleConditionEvent(type, saysNothing, type.getName()));
            }
        };
    }
}
