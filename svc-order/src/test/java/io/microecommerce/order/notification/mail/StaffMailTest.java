package io.microecommerce.order.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.microecommerce.api.order.NotifyStaffCommand;
import io.microecommerce.api.order.StaffNotificationFacade;
import io.microecommerce.order.MailServer;
import io.microecommerce.order.OrderService;
import io.microecommerce.order.notification.MailNotifications;
import io.microecommerce.order.notification.MailQueue;
import io.microecommerce.service.tcc.ParticipantTestbed;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.boot.health.contributor.HealthContributors;
import org.springframework.boot.health.registry.HealthContributorRegistry;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/** Notifications as the staff get them by mail, from a real SMTP server that comes and goes. */
@ExtendWith(OutputCaptureExtension.class)
class StaffMailTest {

    private static final String PACKING = "packing@example.com";
    private static final String OFFICE = "office@example.com";

    @RegisterExtension
    static final ParticipantTestbed testbed = OrderService.testbed();

    private final String sku = UUID.randomUUID().toString();
    private MailNotifications post;
    private MailServer server;

    @BeforeEach
    void nothingIsDue() {
        post = testbed.bean(MailNotifications.class);
        testbed.jdbc()
                .sql("UPDATE staff_notification SET mail_attempts = greatest(mail_attempts, 1), mail_next_at = NULL")
                .update();
    }

    @AfterEach
    void stopServer() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void arrivesOnceAtEveryReceiver() throws Exception {
        server = MailServer.start();
        notifyStaff("cause-1");

        assertThat(post.send()).isEqualTo(1);
        assertThat(post.send()).isZero();

        assertThat(server.inbox(PACKING)).hasSize(1);
        assertThat(server.inbox(OFFICE)).hasSize(1);
        MimeMessage mail = server.inbox(OFFICE).get(0);
        assertThat(mail.getSubject()).isEqualTo("Low stock: " + sku);
        assertThat(mail.getContent().toString().strip()).isEqualTo("Nur noch 3 Stück — 只剩三件.");
        assertThat(mail.getFrom()[0]).hasToString(OrderService.MAIL_FROM);
        assertThat(mail.getRecipients(Message.RecipientType.TO)).hasSize(2);
        assertThat(allAreMailed()).isTrue();
    }

    @Test
    void arrivesLaterWhenTheServerWasAway(CapturedOutput output) {
        notifyStaff("cause-1");
        notifyStaff("cause-2");

        assertThat(post.send()).isZero();
        assertThat(output).contains("next try in PT30S");
        assertThat(attempts()).as("the first failure ends the round").isEqualTo(1);

        server = MailServer.start();
        assertThat(post.send()).as("the one that has not been tried").isEqualTo(1);
        assertThat(post.send()).as("the other one waits for its pause to end").isZero();
        letPauseEnd();
        assertThat(post.send()).isEqualTo(1);
        assertThat(server.inbox(OFFICE)).hasSize(2);
        assertThat(allAreMailed()).isTrue();
    }

    @Test
    void pausesLongerAfterEachFailureAndIsGivenUpAtLast(CapturedOutput output) {
        notifyStaff("cause-1");
        for (String pause :
                List.of("PT30S", "PT1M", "PT2M", "PT4M", "PT8M", "PT16M", "PT32M", "PT1H", "PT1H", "PT1H", "PT1H")) {
            post.send();
            assertThat(output.getOut()
                            .lines()
                            .filter(line -> line.contains("next try in"))
                            .toList())
                    .last()
                    .asString()
                    .contains("next try in " + pause + ":");
            letPauseEnd();
        }
        assertThat(output).doesNotContain("given up");

        post.send();
        assertThat(output).contains("ERROR", "given up after 12 attempts");
        assertThat(attempts()).isEqualTo(12);

        server = MailServer.start();
        assertThat(post.send()).isZero();
        assertThat(server.inbox(OFFICE)).isEmpty();
    }

    @Test
    void isSentByOneOfSeveralServicesThatLookAtOnce() {
        server = MailServer.start();
        for (int i = 0; i < 20; i++) {
            notifyStaff("cause-" + i);
        }

        assertThat(testbed.together(Collections.nCopies(4, () -> post.send()))).allMatch(Optional::isEmpty);

        assertThat(server.inbox(OFFICE)).hasSize(20);
        assertThat(allAreMailed()).isTrue();
    }

    @Test
    void isSentByAnotherServiceWhenTheOneThatTookItDied() {
        server = MailServer.start();
        notifyStaff("cause-1");
        MailQueue queue = testbed.bean(MailQueue.class);
        queue.takeUp(Duration.ofHours(1));
        assertThat(queue.lease(Duration.ofMinutes(5))).isPresent();

        assertThat(post.send()).as("somebody is at it").isZero();
        letPauseEnd();
        assertThat(post.send()).isEqualTo(1);
    }

    @Test
    void aServiceThatWasTooSlowCannotPutBackWhatAnotherOneHasTaken() {
        notifyStaff("cause-1");
        MailQueue queue = testbed.bean(MailQueue.class);
        queue.takeUp(Duration.ofHours(1));
        MailQueue.Mail slow = queue.lease(Duration.ofMinutes(5)).orElseThrow();
        letPauseEnd();
        MailQueue.Mail other = queue.lease(Duration.ofMinutes(5)).orElseThrow();
        assertThat(other.notification()).isEqualTo(slow.notification());

        queue.putBack(slow, Duration.ZERO);
        queue.giveUp(slow);

        assertThat(queue.lease(Duration.ofMinutes(5))).isEmpty();
        queue.putBack(other, Duration.ZERO);
        assertThat(queue.lease(Duration.ofMinutes(5))).isPresent();
    }

    @Test
    void isNotSentWhenItWasOldAlreadyWhenMailingBegan() {
        server = MailServer.start();
        notifyStaff("cause-1");
        notifyStaff("cause-2");
        testbed.jdbc()
                .sql("UPDATE staff_notification SET created_at = now() - interval '61 minutes' WHERE cause = :cause")
                .param("cause", sku + " cause-1")
                .update();

        assertThat(post.send()).isEqualTo(1);
        assertThat(server.inbox(OFFICE)).hasSize(1);
    }

    @Test
    void aSilentServerHoldsUpNobodyAndIsLeftSoon() throws Exception {
        try (ServerSocket silent = new ServerSocket(OrderService.SMTP_PORT, 10, InetAddress.getByName("127.0.0.1"))) {
            notifyStaff("cause-1");
            CompletableFuture<Integer> round = CompletableFuture.supplyAsync(post::send);
            silent.accept();

            notifyStaff("cause-2");
            assertThat(round)
                    .as("it waits for the server, and nobody waits for it")
                    .isNotDone();

            // The server never answers, so any end is one that we made.
            assertThat(round.get(60, TimeUnit.SECONDS)).isZero();
        }
        server = MailServer.start();
        letPauseEnd();
        assertThat(post.send()).isEqualTo(2);
    }

    @Test
    void hasItsOwnThreadAndNoSayInTheHealthOfTheService() {
        assertThat(testbed.bean(ThreadPoolTaskScheduler.class)
                        .getScheduledThreadPoolExecutor()
                        .getCorePoolSize())
                .isEqualTo(3);
        assertThat(testbed.bean(HealthContributorRegistry.class).stream())
                .extracting(HealthContributors.Entry::name)
                .contains("db")
                .doesNotContain("mail");
    }

    // ---- steps -----------------------------------------------------------------------------------------------------

    private void notifyStaff(String cause) {
        testbed.bean(StaffNotificationFacade.class)
                .notifyStaff(new NotifyStaffCommand("LOW_STOCK", sku, sku + " " + cause, "Nur noch 3 Stück — 只剩三件."));
    }

    private void letPauseEnd() {
        testbed.jdbc()
                .sql(
                        "UPDATE staff_notification SET mail_next_at = now() WHERE subject_id = :sku AND mail_next_at > now()")
                .param("sku", sku)
                .update();
    }

    private int attempts() {
        return testbed.jdbc()
                .sql("SELECT sum(mail_attempts) FROM staff_notification WHERE subject_id = :sku")
                .param("sku", sku)
                .query(Integer.class)
                .single();
    }

    private boolean allAreMailed() {
        return testbed.jdbc()
                .sql("SELECT bool_and(mailed_at IS NOT NULL AND mail_next_at IS NULL) FROM staff_notification"
                        + " WHERE subject_id = :sku")
                .param("sku", sku)
                .query(Boolean.class)
                .single();
    }
}
