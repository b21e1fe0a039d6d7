package io.microecommerce.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.microecommerce.e2e.shop.Answer;
import io.microecommerce.e2e.shop.DeadLetters;
import io.microecommerce.e2e.shop.Purchase;
import io.microecommerce.e2e.shop.Shop;
import io.microecommerce.e2e.shop.Visitor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIf;

/** The desk and operations, as the staff use them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIf(value = "io.microecommerce.e2e.pages.Chromium#isInstalled", disabledReason = "Chromium is not installed")
class StaffPagesIT {

    private final Shop shop = Shop.open();
    private final Visitor staff = shop.logIn(Shop.STAFF);
    private Chromium chromium;
    private Guest guest;

    @BeforeAll
    void logIn() {
        chromium = Chromium.launch();
        guest = chromium.visit(shop).logsIn("/desk/", Shop.STAFF);
    }

    @AfterAll
    void leave() {
        try {
            guest.leave();
        } finally {
            chromium.close();
        }
    }

    @Test
    void theDeskShipsAnOrderAndGivesItsMoneyBack() {
        Visitor customer = shop.newCustomer(100_000);
        customer.keepsAddress("3 Parcel Road", true);
        String order = customer.orders("tee-red-m", 1);
        customer.pays(order, Visitor.newKey()).expect(201);
        shop.settles("what the desk ships", order);
        guest.goes("/desk/").looksAt("desk-orders");
        guest.goes("/desk/#/order/" + order);

        guest.field("Carrier").fill("SF Express");
        guest.field("Tracking number").fill("SF-1");
        guest.press("Ship");
        guest.reads("The order is shipped.");
        assertThat(customer.get("/api/v1/order/" + order).text("/shipment/tracking_number"))
                .isEqualTo("SF-1");

        guest.field("Reason").fill("Broken on its way.");
        guest.press("Give the money back");
        guest.reads("The money is back.");
        guest.looksAt("desk-order");
        shop.settles("a refund at the desk", order);
        assertThat(customer.get("/api/v1/customer/me/balance").number("/available/minor"))
                .isEqualTo(100_000);
    }

    @Test
    void theDeskAddsAProductThatTheShopThenSells() {
        String id = "desk-" + Visitor.newKey();
        guest.goes("/desk/#/new_product");
        guest.field("Id").fill(id);
        guest.field("Name").fill("Paper Lantern");
        guest.field("Category").selectOption("home");
        guest.field("Small picture").fill("/pictures/lamp.svg");
        guest.press("New product");
        guest.reads("It has no articles yet, so nobody can buy it.");

        guest.content().getByText("New article").first().click();
        Locator article = guest.content().locator(".new-sku");
        article.getByLabel("Id").fill(id);
        article.getByLabel("Price in yuan").fill("12.50");
        article.getByRole(AriaRole.BUTTON).click();
        guest.reads("The article is added. It has no stock yet.");
        guest.looksAt("desk-product");
        guest.goes("/desk/#/sku/" + id);
        Locator receiving = guest.content().locator("section:has(> h2:text-is('Receive'))");
        receiving.getByLabel("Quantity").fill("3");
        receiving.getByLabel("Reason").fill("From the workshop.");
        receiving.getByRole(AriaRole.BUTTON).click();
        guest.reads("The stock has changed.");
        guest.looksAt("desk-sku");

        Answer sold = shop.anonymous().get("/api/v1/product/" + id).expect(200);
        assertThat(sold.number("/skus/0/price/minor")).isEqualTo(1_250);
        assertThat(sold.number("/skus/0/stock/available")).isEqualTo(3);
    }

    @Test
    void aDeadLetterIsRedrivenForAReason() throws Exception {
        Purchase purchase = Purchase.of(shop);
        Visitor customer = purchase.customer();
        try (DeadLetters letters = DeadLetters.in(shop, staff, "staff-pages-it")) {
            String payment;
            String letter;
            try (DeadLetters.Broken broken = letters.breakCreditOf(customer)) {
                payment = purchase.pays().expect(201).text("/id");
                letters.giveUp(
                        DeadLetters.CREDIT, payment, DeadLetters.event(payment, purchase.orderId(), customer.id()));
                letter = letters.awaitLetter(DeadLetters.CREDIT, payment);
                guest.goes("/operations/#/dead_letter").looksAt("operations-dead-letters");
                guest.follow(payment);
                guest.comesTo("Dead letter");
                redrives("Let us see.");
                guest.sees(guest.page().locator("[data-outcome=FAILED]"));
                guest.reads(broken.constraint());
            }

            redrives("Mended.");
            // The broker may have delivered its own copy before.
            guest.sees(guest.page().locator("[data-outcome=APPLIED], [data-outcome=WAS_APPLIED]"));
            guest.looksAt("operations-dead-letter");

            Answer now = staff.get(DeadLetters.ROUTE + "/" + letter).expect(200);
            assertThat(now.text("/state")).isEqualTo("REDRIVEN");
            assertThat(now.text("/actions/1/reason")).isEqualTo("Mended.");
            shop.settles("a credit redriven on the page", purchase.orderId());
        }
    }

    private void redrives(String reason) {
        guest.page().locator("form.redrive textarea").fill(reason);
        guest.page().locator("form.redrive button").click();
    }

    @Test
    void operationsDrawATransactionAgainstTime() {
        Purchase purchase = Purchase.of(shop);
        purchase.pays().expect(201);
        shop.settles("what is drawn", purchase.orderId());

        guest.goes("/operations/#/order/" + purchase.orderId());

        for (String phase : new String[] {"try", "confirm"}) {
            assertThat(guest.page().locator("g.lane:has(.mark." + phase + ")"))
                    .hasCount(3, new LocatorAssertions.HasCountOptions().setTimeout(Guest.PATIENCE.toMillis()));
        }
        guest.looksAt("operations-timeline");
    }

    @Test
    void everyOtherPageOfTheStaffCanBeReadByAll() {
        for (String view : new String[] {"product", "stock", "statement", "notification"}) {
            guest.goes("/desk/#/" + view).looksAt("desk-" + view);
        }
        guest.goes("/operations/").looksAt("operations");
        for (String view : new String[] {"transaction", "invariant", "health", "order"}) {
            guest.goes("/operations/#/" + view).looksAt("operations-" + view);
        }
    }

    @Test
    void whoIsNoStaffIsToldSo() {
        Guest customer = chromium.visit(shop);

        customer.logsIn("/operations/", shop.newCustomer(0).email());

        customer.reads("This account does not belong to a member of the staff.");
        customer.leave();
    }
}
