package io.microecommerce.e2e.chaos.nemesis;

import io.microecommerce.e2e.chaos.network.Link;
import io.microecommerce.e2e.faults.BrokerFault;
import io.microecommerce.e2e.faults.CrashPoint;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * What a seed makes of the faults there are: three lanes that run side by side, each in its order, and the order of the crash points.
 * Each lane begins with one fault of every kind it knows, so that a short campaign has met them all; then the lanes of deaths kill
 * every process that is theirs. When a lane comes to its end it begins anew.
 *
 * @param deaths services that die and come back
 * @param outages the same of the servers that they need
 * @param troubles what passes: pauses, links, clocks, the broker's memory, the provider's manners
 * @param points crash points at which a thread is to die
 */
record Plan(List<Blow> deaths, List<Blow> outages, List<Blow> troubles, List<CrashPoint> points) {

    private static final List<String> SERVERS =
            List.of("postgres", "redis", "nacos", "rocketmq-namesrv", "rocketmq-broker", "seata-server", "wechatpay");
    private static final List<String> SERVICES =
            List.of("svc-cart", "svc-customer", "svc-order", "svc-payment", "svc-product", "gateway");
    private static final List<String> COMPONENTS =
            Stream.concat(SERVERS.stream(), SERVICES.stream()).toList();

    private static final List<String> WITH_CLOCK = List.of("svc-customer", "svc-product", "gateway");

    static Plan of(long seed, List<Link> links) {
        SplittableRandom random = new SplittableRandom(seed);
        Random shuffle = new Random(random.nextLong());
        return new Plan(
                deaths(random, shuffle), outages(random, shuffle), troubles(random, shuffle, links), points(shuffle));
    }

    private static List<Blow> deaths(SplittableRandom random, Random shuffle) {
        List<CrashPoint> points = new ArrayList<>(Arrays.stream(CrashPoint.values())
                .filter(point -> point.reached() == CrashPoint.Reached.BY_EVERY_PAYMENT)
                .toList());
        Collections.shuffle(points, shuffle);
        List<Blow> halts = points.stream()
                .map(point -> new Blow(FaultKind.HALT, point.name(), random.nextInt(2_000)))
                .toList();
        List<Blow> kills = blows(FaultKind.KILL, SERVICES, random, shuffle, 0, 2_000);
        List<Blow> restarts = blows(FaultKind.RESTART, SERVICES, random, shuffle, 0, 1);
        return firstThenAll(halts, kills, restarts);
    }

    private static List<Blow> outages(SplittableRandom random, Random shuffle) {
        List<Blow> kills = blows(FaultKind.KILL, SERVERS, random, shuffle, 0, 2_000);
        List<Blow> restarts = blows(FaultKind.RESTART, SERVERS, random, shuffle, 0, 1);
        return firstThenAll(restarts, kills, List.of());
    }

    /** One of the others, then every kill, then what is left by turns. */
    private static List<Blow> firstThenAll(List<Blow> others, List<Blow> kills, List<Blow> rest) {
        List<Blow> all = new ArrayList<>();
        all.add(others.get(0));
        all.addAll(kills);
        all.addAll(interleaved(List.of(others.subList(1, others.size()), rest)));
        return List.copyOf(all);
    }

    private static List<Blow> troubles(SplittableRandom random, Random shuffle, List<Link> links) {
        List<String> all = links.stream().map(Link::toString).toList();
        List<String> toPostgres = links.stream()
                .filter(link -> link.server().equals("postgres"))
                .map(Link::toString)
                .toList();
        List<String> forgetful = Stream.of(BrokerFault.HALF_DROPPED, BrokerFault.ANSWER_LOST)
                .map(Enum::name)
                .toList();
        return interleaved(List.of(
                blows(
                        FaultKind.PROVIDER,
                        Stream.of(ProviderFault.values()).map(Enum::name).toList(),
                        random,
                        shuffle,
                        3_000,
                        6_000),
                blows(FaultKind.BROKER, forgetful, random, shuffle, 2_000, 3_000),
                blows(FaultKind.PAUSE, COMPONENTS, random, shuffle, 1_000, 4_000),
                blows(FaultKind.CUT, all, random, shuffle, 500, 3_000),
                blows(FaultKind.FREEZE, all, random, shuffle, 1_000, 4_000),
                blows(FaultKind.SLOW, toPostgres, random, shuffle, 20, 400),
                blows(FaultKind.CLOCK, WITH_CLOCK, random, shuffle, -3_600, 3_600)));
    }

    /** Those that take longest until somebody comes by are armed first. */
    private static List<CrashPoint> points(Random shuffle) {
        List<CrashPoint> points = new ArrayList<>(List.of(CrashPoint.values()));
        Collections.shuffle(points, shuffle);
        points.sort((left, right) -> right.reached().compareTo(left.reached()));
        return points;
    }

    private static List<Blow> blows(
            FaultKind kind, List<String> targets, SplittableRandom random, Random shuffle, int from, int to) {
        List<String> shuffled = new ArrayList<>(targets);
        Collections.shuffle(shuffled, shuffle);
        return shuffled.stream()
                .map(target -> new Blow(kind, target, random.nextInt(from, to)))
                .toList();
    }

    /** One of each by turns, until none has any left. */
    private static List<Blow> interleaved(List<List<Blow>> lists) {
        List<Blow> mixed = new ArrayList<>();
        int longest = lists.stream().mapToInt(List::size).max().orElseThrow();
        for (int turn = 0; turn < longest; turn++) {
            for (List<Blow> list : lists) {
                if (turn < list.size()) {
                    mixed.add(list.get(turn));
                }
            }
        }
        return List.copyOf(mixed);
    }
}
