package io.microecommerce.customer.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.microecommerce.api.customer.ChangePasswordCommand;
import io.microecommerce.api.customer.Credentials;
import io.microecommerce.api.customer.RegisterCommand;
import io.microecommerce.api.customer.ResetPasswordCommand;
import io.microecommerce.api.customer.SessionView;
import io.microecommerce.api.error.ErrorCode;
import io.microecommerce.api.error.Refusal;
import io.microecommerce.customer.CustomerServiceTest;
import io.microecommerce.customer.Together;
import io.microecommerce.customer.account.Passwords;
import io.microecommerce.customer.account.rpc.DubboCustomerFacade;
import io.microecommerce.customer.session.rpc.DubboSessionFacade;
import io.microecommerce.customer.token.SecretToken;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** The way from a forgotten password to a new one, by a mail that a real SMTP server has received. */
class PasswordResetTest extends CustomerServiceTest {

    /** How long a mail server that does not answer is waited for. */
    private static final Duration MAIL_SERVER_PATIENCE = Duration.ofSeconds(5);

    private static final String NEW = "another-password";
    private static final Pattern LINK = Pattern.compile(Pattern.quote(RESET_LINK) + "([A-Za-z0-9_-]+)\\s");

    @Autowired
    private DubboCustomerFacade customers;

    @Autowired
    private DubboSessionFacade sessions;

    @Autowired
    private PasswordChanges changes;

    @Autowired
    private Passwords passwords;

    @Autowired
    private ThreadPoolTaskExecutor mailThreads;

    private String email;
    private String id;

    @BeforeEach
    void registerOne() {
        RegisterCommand command = aCustomer();
        email = command.email();
        id = customers.register(command).id();
    }

    @Test
    void sendsALinkWhoseTokenSetsANewPassword() throws Exception {
        SessionView session = logIn(PASSWORD);

        customers.requestPasswordReset(email.toUpperCase(Locale.ROOT));
        MimeMessage mail = mails(1).get(0);

        assertThat(mail.getFrom()).singleElement().hasToString(SHOP);
        assertThat(mail.getAllRecipients()).singleElement().hasToString(email);
        String token = token(mail);
        assertThat(token).hasSize(SecretToken.LENGTH);
        assertThat(sessions.isLive(session.id())).isTrue();

        customers.resetPassword(new ResetPasswordCommand(token, NEW));

        assertThat(refusalOf(() -> logIn(PASSWORD))).isEqualTo(ErrorCode.LOGIN_FAILED);
        assertThat(sessions.isLive(session.id())).isFalse();
        assertThat(refusalOf(() -> sessions.refresh(session.refreshToken()))).isEqualTo(ErrorCode.SESSION_ENDED);
        assertThat(logIn(NEW).customer().id()).isEqualTo(id);
    }

    @Test
    void usesATokenOnce() throws Exception {
        String token = aToken();
        customers.resetPassword(new ResetPasswordCommand(token, NEW));

        assertThat(refusalOf(() -> customers.resetPassword(new ResetPasswordCommand(token, "third-password"))))
                .isEqualTo(ErrorCode.RESET_TOKEN_INVALID);
        assertThat(logIn(NEW).customer().id()).isEqualTo(id);
    }

    @Test
    void usesATokenOnceThoughItComesManyTimesAtOnce() throws Exception {
        String token = aToken();
        List<Callable<String>> resets = new ArrayList<>();
        for (String password : List.of("password-1", "password-2", "password-3", "password-4")) {
            resets.add(() -> {
                customers.resetPassword(new ResetPasswordCommand(token, password));
                return password;
            });
        }

        Together<String> answers = Together.all(resets);

        assertThat(answers.values()).hasSize(1);
        assertThat(answers.refusals()).hasSize(3).containsOnly(ErrorCode.RESET_TOKEN_INVALID);
        assertThat(logIn(answers.values().get(0)).customer().id()).isEqualTo(id);
    }

    @Test
    void doesNotUseATokenThatIsBeingUsed() throws Exception {
        String token = aToken();
        String hash = passwords.hash(NEW);

        Object answer = during(() -> changes.reset(SecretToken.hash(token), hash, clock.instant()), () -> {
            customers.resetPassword(new ResetPasswordCommand(token, "third-password"));
            return "reset twice";
        });

        assertThat(answer).isInstanceOfSatisfying(Refusal.class, refusal -> assertThat(refusal.code())
                .isEqualTo(ErrorCode.RESET_TOKEN_INVALID));
        assertThat(logIn(NEW).customer().id()).isEqualTo(id);
    }

    @Test
    void letsOneOfSeveralTokensOfACustomerWinThatComeAtOnce() throws Exception {
        customers.requestPasswordReset(email);
        customers.requestPasswordReset(email);
        customers.requestPasswordReset(email);
        List<Callable<String>> resets = new ArrayList<>();
        for (MimeMessage mail : mails(3)) {
            String token = token(mail);
            resets.add(() -> {
                customers.resetPassword(new ResetPasswordCommand(token, "password " + token));
                return "password " + token;
            });
        }

        Together<String> answers = Together.all(resets);

        assertThat(answers.values()).hasSize(1);
        assertThat(answers.refusals()).hasSize(2).containsOnly(ErrorCode.RESET_TOKEN_INVALID);
        assertThat(logIn(answers.values().get(0)).customer().id()).isEqualTo(id);
    }

    @Test
    void letsATokenExpire() throws Exception {
        String token = aToken();
        clock.putForward(Duration.ofMinutes(30));

        assertThat(refusalOf(() -> customers.resetPassword(new ResetPasswordCommand(token, NEW))))
                .isEqualTo(ErrorCode.RESET_TOKEN_INVALID);
        assertThat(refusalOf(() -> customers.resetPassword(new ResetPasswordCommand("\u0000", NEW))))
                .isEqualTo(ErrorCode.RESET_TOKEN_INVALID);
    }

    @Test
    void leavesTheTokenGoodWhenTheNewPasswordIsRefused() throws Exception {
        String token = aToken();

        assertThat(refusalOf(() -> customers.resetPassword(new ResetPasswordCommand(token, "密".repeat(25)))))
                .isEqualTo(ErrorCode.INVALID_FIELD);
        customers.resetPassword(new ResetPasswordCommand(token, NEW));

        assertThat(logIn(NEW).customer().id()).isEqualTo(id);
    }

    @Test
    void isEndedByAChangeOfThePassword() throws Exception {
        String token = aToken();
        customers.changePassword(new ChangePasswordCommand(id, PASSWORD, NEW));

        assertThat(refusalOf(() -> customers.resetPassword(new ResetPasswordCommand(token, "third-password"))))
                .isEqualTo(ErrorCode.RESET_TOKEN_INVALID);
    }

    @Test
    void endsTheRestOfAnAccountThatSomebodyGuessedAt() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThat(refusalOf(() -> logIn("wrong-password"))).isEqualTo(ErrorCode.LOGIN_FAILED);
        }
        assertThat(refusalOf(() -> logIn(PASSWORD))).isEqualTo(ErrorCode.TOO_MANY_LOGIN_ATTEMPTS);

        customers.resetPassword(new ResetPasswordCommand(aToken(), NEW));

        assertThat(logIn(NEW).customer().id()).isEqualTo(id);
    }

    @Test
    void storesAHashAndNoToken() throws Exception {
        String token = aToken();

        assertThat(jdbc.sql("SELECT CAST(r AS text) FROM password_reset r WHERE customer_id = ?")
                        .param(id)
                        .query(String.class)
                        .single())
                .contains(SecretToken.hash(token))
                .doesNotContain(token);
    }

    @Test
    void sendsNothingToAnAddressThatIsNobodysAndSaysNothing() throws Exception {
        String nobody = anEmail();

        customers.requestPasswordReset(nobody);
        // The second mail goes out after the first one was looked at, or beside it; then both are done.
        aToken();
        awaitNoMailOnItsWay();

        assertThat(mailsTo(nobody)).isEmpty();
    }

    @Test
    void refusesWhatIsNoAddress() {
        for (String typed :
                List.of("", " ", "nobody", "a\u0000@example.com", "a\n@example.com", "x".repeat(255) + "@b")) {
            assertThat(refusalOf(() -> customers.requestPasswordReset(typed))).isEqualTo(ErrorCode.INVALID_FIELD);
        }
    }

    @Test
    void sendsThreeMailsAnHourAndPassesOverTheOthersInSilence() throws Exception {
        List<Callable<String>> requests = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            requests.add(() -> {
                customers.requestPasswordReset(email);
                return "asked";
            });
        }

        assertThat(Together.all(requests).values()).hasSize(8);
        mails(3);
        awaitNoMailOnItsWay();
        assertThat(mailsTo(email)).hasSize(3);

        clock.putForward(Duration.ofMinutes(61));
        customers.requestPasswordReset(email);
        mails(4);
    }

    @Test
    void neitherHangsNorFailsWhileTheMailServerIsDown() throws Exception {
        MAIL.stop();
        try {
            askWithoutWaiting(4);
            await().untilAsserted(() -> assertThat(failedSendings()).isEqualTo(4));
        } finally {
            MAIL.start();
        }

        // What was not sent does not count.
        customers.resetPassword(new ResetPasswordCommand(aToken(), NEW));
        assertThat(logIn(NEW).customer().id()).isEqualTo(id);
    }

    @Test
    void doesNotWaitLongForAMailServerThatNeverAnswers() throws Exception {
        int port = MAIL.getSmtp().getPort();
        MAIL.stop();
        try (ServerSocket silent = new ServerSocket(port, 50, InetAddress.getByName("127.0.0.1"))) {
            askWithoutWaiting(1);
            await().atMost(Duration.ofSeconds(30))
                    .untilAsserted(() -> assertThat(failedSendings()).isEqualTo(1));
            assertThat(silent.isClosed()).isFalse();
        } finally {
            MAIL.start();
        }
    }

    private void askWithoutWaiting(int times) {
        for (int i = 0; i < times; i++) {
            long begin = System.nanoTime();
            customers.requestPasswordReset(email);
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(MAIL_SERVER_PATIENCE);
        }
    }

    private long failedSendings() {
        return jdbc.sql("SELECT count(*) FROM password_reset WHERE customer_id = ? AND send_failed_at IS NOT NULL")
                .param(id)
                .query(Long.class)
                .single();
    }

    private String aToken() throws Exception {
        int before = mailsTo(email).size();
        customers.requestPasswordReset(email);
        return token(mails(before + 1).get(before));
    }

    /** This customer's mails, once there are so many. */
    private List<MimeMessage> mails(int count) {
        await().untilAsserted(() -> assertThat(mailsTo(email)).hasSizeGreaterThanOrEqualTo(count));
        return mailsTo(email);
    }

    private void awaitNoMailOnItsWay() {
        await().until(() -> mailThreads.getActiveCount() == 0 && mailThreads.getQueueSize() == 0);
    }

    private static List<MimeMessage> mailsTo(String address) {
        return Arrays.stream(MAIL.getReceivedMessages())
                .filter(mail -> recipient(mail).equals(address))
                .toList();
    }

    private static String recipient(MimeMessage mail) {
        try {
            return mail.getAllRecipients()[0].toString();
        } catch (MessagingException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String token(MimeMessage mail) throws MessagingException, IOException {
        Matcher link = LINK.matcher((String) mail.getContent());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private SessionView logIn(String password) {
        return sessions.logIn(new Credentials(email, password));
    }
}
