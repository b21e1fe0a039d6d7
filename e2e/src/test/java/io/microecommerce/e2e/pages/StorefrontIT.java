package io.microecommerce.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.microecommerce.e2e.faults.CrashPoint;
import io.microecommerce.e2e.shop.Purchase;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import io.microecommerce.local.launcher.wechatpay.WeChatPayControl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/** The shop's own page, as a customer uses it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "io.microecommerce.e2e.pages.Chromium#isInstalled", disabledReason = "Chromium is not installed")
class StorefrontIT {

    private static final long WALLET_MINOR = 100_000;
    private static final String KETTLE = "/#/product/kettle";

    /** The coordinator starts, the transaction times out, and is rolled back. */
    private static final Duration RESOLVED_WITHIN = Duration.ofSeconds(120);

    private final Shop shop = Shop.open();
    private Chromium chromium;
    private Guest guest;

    @BeforeAll
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void quit() {
        chromium.close();
    }

    @BeforeEach
    void enter() {
        guest = chromium.visit(shop);
    }

    @AfterEach
    void leave() {
        shop.faults().clear();
        guest.leave();
    }

    @Test
    void somebodyRegistersAndBuysWhatTheyFound() {
        String email = "pages-" + Visitor.newKey() + "@example.com";
        guest.goes("/").looksAt("search");
        guest.field("Search").fill("cotton");
        guest.press("Search");
        guest.follow("Organic Cotton T-shirt");
        guest.field("navy").check();
        guest.looksAt("product");

        guest.follow("Register");
        guest.field("First name").fill("Page");
        guest.field("Last name").fill("Reader");
        guest.field("E-mail").fill(email);
        guest.field("Password").fill(Visitor.PASSWORD);
        guest.looksAt("register");
        guest.press("Register");
        guest.field("navy").check();
        guest.field("Quantity").fill("2");
        guest.press("Add to cart");
        guest.follow("Go to the cart");
        guest.looksAt("cart");

        guest.follow("To the checkout");
        guest.field("Recipient").fill("Page Reader");
        guest.field("Phone").fill("+86 10 1234 5678");
        guest.field("Street and number").fill("1 Long Lane");
        guest.field("City").fill("Beijing");
        guest.press("Add the address");
        guest.sees(guest.button("Place the order"));
        guest.looksAt("checkout");
        guest.press("Place the order");
        guest.seesOrder("awaits");
        Visitor customer = shop.logIn(email);
        shop.books().topUp(customer.id(), WALLET_MINOR);
        guest.looksAt("order-to-pay");
        guest.press("Pay ¥178.00");

        guest.seesOrder("paid");
        guest.looksAt("order-paid");
        shop.settles("a purchase on the page", orderOnThePage());
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(WALLET_MINOR - 2 * 8_900);
        guest.goes("/#/account").looksAt("account");
        guest.reads("¥822.00");
        guest.goes("/#/order").looksAt("orders");
    }

    @Test
    void whoHasTooLittleIsToldAndLosesNothing() {
        Visitor customer = shop.newCustomer(1);
        String order = customer.orders("tee-red-m", 1);
        guest.logsIn("/", customer.email()).goes("/#/order/" + order);

        guest.press("Pay ¥89.00");

        guest.seesOrder("refused");
        guest.reads("There is less money in the wallet than the order costs.");
        guest.looksAt("order-refused");
        guest.sees(guest.button("Pay ¥89.00"));
        shop.settles("a payment refused on the page", order);
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(1);

        guest.press("Cancel the order");
        guest.seesOrder("cancelled");
    }

    @Test
    void aPaymentWhoseCoordinatorDiedIsProcessingUntilThePageShowsByItselfWhatBecameOfIt() {
        Purchase purchase = Purchase.of(shop);
        guest.logsIn("/", purchase.customer().email()).goes("/#/order/" + purchase.orderId());
        List<Integer> streams = new ArrayList<>();
        guest.page().onResponse(answer -> {
            if (answer.url().endsWith("/progress")) {
                streams.add(answer.status());
            }
        });
        shop.faults().pauseAt(CrashPoint.TRIED);

        guest.press("Pay ¥89.00");
        shop.awaitHit(CrashPoint.TRIED);
        shop.platform().kill("seata-server");
        shop.faults().release(CrashPoint.TRIED);

        guest.seesOrder("processing");
        guest.looksAt("order-processing");
        assertThat(purchase.customer()
                        .get("/api/v1/order/" + purchase.orderId())
                        .text("/status"))
                .isEqualTo("PAYING");
        shop.platform().restart("seata-server");

        // Nobody touches the page. What the coordinator does not know to be committed it rolls back.
        guest.seesOrder("refused", RESOLVED_WITHIN);
        guest.reads("for a technical reason");
        assertThat(streams).as("the page is told, and need not ask").contains(200);
        shop.settles("a payment whose coordinator died, on the page", purchase.orderId());
        assertThat(purchase.availableMinor()).isEqualTo(purchase.startMinor());
        await("the coordinator serves again")
                .atMost(RESOLVED_WITHIN)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> Purchase.of(shop).pays().status(), status -> status == 201);
        guest.press("Pay ¥89.00");
        guest.seesOrder("paid");
        shop.settles("the same once more", purchase.orderId());
    }

    @Test
    void aPaidOrderIsGivenBackOnRequest() {
        Purchase purchase = Purchase.of(shop);
        purchase.pays().expect(201);
        shop.settles("what is given back", purchase.orderId());
        guest.logsIn("/", purchase.customer().email()).goes("/#/order/" + purchase.orderId());
        guest.seesOrder("paid");

        guest.page().getByText("Give it back").click();
        guest.field("Reason of the refund").fill("Too small.");
        guest.press("Ask for a refund");

        guest.seesOrder("refunded");
        guest.looksAt("order-refunded");
        shop.settles("a refund on the page", purchase.orderId());
        assertThat(purchase.availableMinor()).isEqualTo(purchase.startMinor());
    }

    @Test
    void whoPaysByWeChatSeesTheCodeAndThenThatItIsPaid() {
        Purchase purchase = Purchase.of(shop);
        guest.logsIn("/", purchase.customer().email()).goes("/#/order/" + purchase.orderId());

        guest.field("WeChat Pay").check();
        guest.press("Pay ¥89.00");
        guest.seesOrder("scan");
        guest.looksAt("order-wechat");
        Locator code =
                guest.content().getByRole(AriaRole.TEXTBOX, new Locator.GetByRoleOptions().setName("Payment code"));
        WeChatPayControl.of(shop.platform()).confirm(code.inputValue());

        guest.seesOrder("paid");
        shop.settles("a payment by WeChat on the page", purchase.orderId());
        assertThat(purchase.availableMinor()).as("the wallet").isEqualTo(purchase.startMinor());
    }

    @Test
    void aCustomerChangesAnAddressTheirNameAndTheirPassword() {
        Visitor customer = shop.newCustomer(0);
        customer.keepsAddress("4 Old Street", true);
        String email = customer.email();
        guest.logsIn("/", email).goes("/#/account");

        guest.content()
                .getByText("Change", new Locator.GetByTextOptions().setExact(true))
                .click();
        Locator editing = guest.content().locator("details.editing");
        editing.getByLabel("Street and number").fill("5 New Street");
        editing.getByRole(AriaRole.BUTTON).click();
        guest.reads("The address is changed.");
        guest.reads("5 New Street");

        guest.content().getByText("Change the name").click();
        guest.field("First name").fill("Renamed");
        guest.press("Save the name");
        guest.reads("Renamed Customer");

        guest.content().locator("details.password summary").click();
        guest.field("Current password").fill(Visitor.PASSWORD);
        guest.field("New password").fill("another-password");
        guest.content().locator("details.password form button").click();
        guest.reads("Your password is changed.");
        shop.anonymous().logsIn(email, "another-password").expect(200);
        // The session of before has ended; that of the page is a new one.
        customer.get("/api/v1/customer/me").expect(401);
        guest.goes("/#/order").page().reload();
        guest.reads("You have not ordered anything yet.");
    }

    /** From the start of the page to the paid order, and not one click. */
    @Test
    void theCheckoutGoesByKeyboardAlone() {
        Visitor customer = shop.newCustomer(WALLET_MINOR);
        customer.keepsAddress("2 Key Street", true);
        guest.goes(KETTLE);

        guest.reaches(guest.link("Log in to buy")).strikes("Enter");
        guest.reaches(guest.field("E-mail")).types(customer.email());
        guest.reaches(guest.field("Password")).types(Visitor.PASSWORD).strikes("Enter");
        guest.reaches(guest.button("Add to cart")).strikes("Space");
        guest.reaches(guest.link("Go to the cart")).strikes("Enter");
        guest.reaches(guest.link("To the checkout")).strikes("Enter");
        guest.reaches(guest.button("Place the order")).strikes("Enter");
        guest.seesOrder("awaits");
        guest.reaches(guest.page().locator("form.paying button")).strikes("Enter");

        guest.seesOrder("paid");
        shop.settles("a purchase by keyboard", orderOnThePage());
    }

    /** The same page in the other language, which is kept, and on a telephone, where nothing is wider than the screen. */
    @Test
    void thePageSpeaksChineseAndFitsATelephone() {
        guest.page().setViewportSize(375, 740);
        guest.goes("/");
        guest.page().getByText("中文").click();

        Locator heading = guest.page().locator("main h1");
        assertThat(heading)
                .hasText("全部商品", new LocatorAssertions.HasTextOptions().setTimeout(Guest.PATIENCE.toMillis()));
        guest.goes(KETTLE);
        guest.page().reload();
        guest.looksAt("product-chinese");
        assertThat(guest.page().locator("html")).hasAttribute("lang", "zh-CN");
        assertThat((Boolean) guest.page()
                        .evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .as("nothing is wider than the screen")
                .isTrue();
    }

    private String orderOnThePage() {
        return guest.page().url().replaceFirst(".*#/order/", "");
    }
}
