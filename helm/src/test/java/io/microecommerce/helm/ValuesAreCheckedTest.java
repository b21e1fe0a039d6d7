package io.microecommerce.helm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.microecommerce.helm.Charts.Profile;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong in values is said before anything is installed, in words that tell what to do. */
class ValuesAreCheckedTest {

    private static final Profile SHOP = new Profile("shop", Profile.DEFAULTS);
    private static final Profile EXTERNAL = new Profile("shop", "external");
    private static final Profile BACKING = new Profile("backing", Profile.DEFAULTS);

    @ParameterizedTest
    @CsvSource({
        "backing, postgres.enabeld, false",
        "backing, postgres.password, hunter2",
        "backing, redis.image, docker.io/library/redis:latest",
        "backing, seata.replicas, 0",
        "shop, istio.enable, true",
        "shop, images.tag, latest",
        "shop, services.svc-order.replica, 2",
        "shop, services.svc-orders.replicas, 2",
        "shop, services.svc-order.replicas, 0",
        "shop, defaults.resources.limits.memory, lots",
        "shop, backends.postgres.password, hunter2",
        "shop, backends.mongodb.parameters, password=hunter2",
        "shop, backends.redis.port, 70000",
        "shop, services.svc-order.canary.weight, 101",
        "shop, services.svc-order.environment.lower_case, 1",
        "shop, secrets.dubboToken, hunter2",
        "shop, weChatPay.apiV3Key, hunter2",
        "shop, weChatPay.merchantPrivateKey, hunter2",
        "shop, weChatPay.merchantId, 1900000001",
        "shop, weChatPay.merchantSerial, serial",
        "shop, weChatPay.publicKeyId, '-----BEGIN PUBLIC KEY-----'",
        "shop, weChatPay.host, https://api.mch.weixin.qq.com",
        "shop, weChatPay.cidrs[0], 203.0.113.7",
        "shop, mail.password, hunter2",
        "shop, mail.port, 70000",
        "shop, mail.startTls, maybe",
        "shop, mail.from, nobody",
        "shop, mail.staff[0], nobody",
        "shop, mail.resetLink, http://shop.example.com/reset",
        "shop, mail.cidrs[0], smtp.example.com",
        "shop, metrics.dashboard.enabled, true",
        "shop, metrics.rules.runbook, docs/runbook.md",
    })
    void refusesByItsSchema(String chart, String key, String value) {
        Profile profile = new Profile(chart, Profile.DEFAULTS);

        assertThatThrownBy(() -> Charts.render(profile, Map.of(key, value)))
                .hasMessageContaining("values don't meet the specifications of the schema");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "services.svc-order.environment.PROXY_PASSWORD=hunter2 | a secret never stands in values",
                "services.svc-order.environment.SMTP_PASSWORD=hunter2 | say it under mail",
                "services.svc-order.environment.STAFF_MAIL=me@example.com | say it under mail",
                "defaults.environment.MAIL_FROM=me@example.com | say it under mail",
                "services.svc-customer.environment.PASSWORD_RESET_LINK=https://shop.example.com/ | say it under mail",
                "services.svc-payment.environment.WECHAT_PAY_ENABLED=true | say it under weChatPay",
                "services.svc-order.environment.PROXY=http://me:hunter2@proxy | holds a password in a URL",
                "services.svc-order.canary.enabled=true | needs istio.enabled",
                "services.svc-order.canary.enabled=true,istio.enabled=true | canary.tag is empty",
                "services.svc-order.terminationGrace=20 | must be 45 at least",
                "defaults.autoscaling.enabled=true,defaults.autoscaling.min=9,backends.postgres.maxConnections=900 | min is greater than its max",
                "defaults.replicas=3 | The services could open 336 connections to PostgreSQL, with 70 for others, and backends.postgres.maxConnections is 300",
                "services.svc-order.autoscaling.enabled=true,services.svc-order.autoscaling.max=9 | could open 328 connections",
                "callers.svc-basket[0]=gateway | there is no such service",
                "callers.svc-order[0]=svc-basket | neither a service nor ingress",
                "backends.postgres.host=db.example.com | no NetworkPolicy lets anybody out to it",
                "backends.rocketmq.nameServer=rocketmq-namesrv:9876;mq.example.com:9876 | backends.rocketmq is outside the cluster",
                "backends.caSecret=mine | backends.caSecret is asked by nobody",
                "tests.purchase=true,backends.external.postgres.cidr=10.0.0.0/8,backends.external.postgres.ports[0]=5432 | not for an external PostgreSQL",
            })
    void refusesWhatDoesNotGoTogetherInASentence(String set, String sentence) {
        assertThatThrownBy(() -> Charts.render(SHOP, values(set))).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weChatPay.merchantId= | weChatPay.merchantId is empty",
                "weChatPay.appId= | weChatPay.appId is empty",
                "weChatPay.merchantSerial= | weChatPay.merchantSerial is empty",
                "weChatPay.publicKeyId= | weChatPay.publicKeyId is empty",
                "weChatPay.existingSecret= | weChatPay.existingSecret is empty",
                "weChatPay.notifyUrl= | weChatPay.notifyUrl must be https",
                "weChatPay.notifyUrl=http://shop.example.com/api/v1/payment/wechatpay/callback | weChatPay.notifyUrl must be https",
                "weChatPay.notifyUrl=https:///api/v1/payment/wechatpay/callback | weChatPay.notifyUrl must be https",
                "weChatPay.notifyUrl=https://shop.example.com/api/v1/payment/callback | weChatPay.notifyUrl must be https",
                "weChatPay.notifyUrl=https://shop.example.com/api/v1/payment/wechatpay/callback?a | weChatPay.notifyUrl must be https",
                "mail.host= | mail.host is empty",
                "mail.existingSecret= | mail.user and mail.existingSecret go together",
                "mail.user= | mail.user and mail.existingSecret go together",
                "mail.from= | mail.from is empty",
                "mail.resetLink= | mail.resetLink is empty",
                "mail.port=465 | mail.port 465 wants TLS",
                "mail.host=smtp | mail.host is inside the cluster",
                "mail.host=smtp.mail.svc | mail.host is inside the cluster",
                "mail.host=smtp.mail.svc.cluster.local | mail.host is inside the cluster",
            })
    void refusesMailAndWeChatPayThatCannotWork(String set, String sentence) {
        assertThatThrownBy(() -> Charts.render(EXTERNAL, values(set))).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgres.enabled=false,secrets.existingSecret=mine | needs a PostgreSQL",
                "nacos.enabled=false | needs a Nacos",
                "postgres.enabled=false,seata.enabled=false | passwords cannot be generated here",
                "callers.kafka[0]=svc-order | no such server",
                "postgres.external.caSecret=mine | postgres.external.caSecret is asked by nobody",
            })
    void refusesBackEndsThatDoNotGoTogether(String set, String sentence) {
        assertThatThrownBy(() -> Charts.render(BACKING, values(set))).hasMessageContaining(sentence);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "spring.datasource.password=hunter2",
                "shop.seata.client-token: hunter2",
                "shop.order.mail-from=a@example.com\n  spring.mail.password = hunter2",
                "shop.wechat-pay.api-v3-key=hunter2",
                "spring.datasource.url=jdbc:postgresql://shop:hunter2@db/shop",
            })
    void refusesASecretInTheConfigurationOfNacos(String text) {
        assertThatThrownBy(() -> Charts.render(BACKING, Map.of("nacos.configuration.svc-order\\.properties", text)))
                .hasMessageContaining("nacos.configuration: svc-order.properties holds a ");
    }

    @Test
    void letsSettingsIntoTheConfigurationOfNacos() {
        String text =
                "# Of the password see there.\nshop.idempotency.key-kept-for=30d\nspring.mail.password=${SMTP_PASSWORD}";

        assertThat(Charts.render(BACKING, Map.of("nacos.configuration.svc-order\\.properties", text))
                        .text())
                .contains("key-kept-for");
    }

    @ParameterizedTest
    @CsvSource({"postgres", "mongodb", "redis", "rocketmq", "nacos", "seata"})
    void leavesOutWhatStandsElsewhere(String server) {
        Map<String, Object> set = values(server + ".enabled=false,secrets.existingSecret=mine,"
                + "postgres.external.host=db,nacos.external.address=names:8848");

        assertThat(Charts.render(BACKING, set).workloads())
                .noneMatch(workload -> workload.name().startsWith(server));
    }

    @Test
    void splitsTheCallsBetweenTwoVersionsOfAService() {
        Rendered rendered = Charts.render(
                new Profile("shop", "minikube"),
                values("services.svc-order.canary.enabled=true,services.svc-order.canary.tag=2.0,"
                        + "services.svc-order.canary.weight=5"));

        Deployment other = rendered.find(Deployment.class, "svc-order-canary").orElseThrow();
        assertThat(other.getSpec()
                        .getTemplate()
                        .getSpec()
                        .getContainers()
                        .get(0)
                        .getImage())
                .endsWith("/svc-order:2.0");
        assertThat(rendered.text()).contains("weight: 95", "weight: 5");
    }

    @Test
    void autoscalesWhereItIsAskedFor() {
        assertThat(Charts.rendered(SHOP).all(HorizontalPodAutoscaler.class)).isEmpty();
        assertThat(Charts.rendered(new Profile("shop", "production")).all(HorizontalPodAutoscaler.class))
                .hasSize(6);
    }

    private static Map<String, Object> values(String set) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String pair : set.strip().split(",", -1)) {
            String[] parts = pair.split("=", 2);
            values.put(parts[0], parts[1]);
        }
        return values;
    }
}
