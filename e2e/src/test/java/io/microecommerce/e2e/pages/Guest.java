package io.microecommerce.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import io.microecommerce.e2e.shop.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Somebody at a browser. What the page complains of, such as a breach of its policy, is kept and fails {@link #leave}. */
public final class Guest {

    /** For what comes by itself: room for a busy machine. */
    static final Duration PATIENCE = Duration.ofSeconds(40);

    private static final Path PICTURES = Path.of("target/pages");
    private static final int FARTHEST_TABS = 80;

    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();

    Guest(BrowserContext context) {
        this.context = context;
        context.setDefaultTimeout(PATIENCE.toMillis());
        this.page = context.newPage();
        page.onPageError(complaints::add);
        page.onConsoleMessage(this::listen);
    }

    /** Chromium writes there as well that an answer was a 4xx or 5xx, which many are on purpose. */
    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") && !message.text().startsWith("Failed to load resource")) {
            complaints.add(message.text());
        }
    }

    public Page page() {
        return page;
    }

    /** @param path such as {@code /desk/#/sku} */
    public Guest goes(String path) {
        page.navigate(path);
        return this;
    }

    /** Through the form. */
    public Guest logsIn(String start, String email) {
        goes(start + "#/login");
        page.getByLabel("E-mail").fill(email);
        page.getByLabel("Password").fill(Visitor.PASSWORD);
        press("Log in");
        sees(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")));
        return this;
    }

    /** A button within the content, by its whole name. */
    public void press(String name) {
        content().getByRole(AriaRole.BUTTON, named(name)).click();
    }

    public void follow(String name) {
        content().getByRole(AriaRole.LINK, named(name)).click();
    }

    public Locator field(String label) {
        return content().getByLabel(label);
    }

    /** What the page shows below its navigation. */
    public Locator content() {
        return page.locator("main");
    }

    private static Locator.GetByRoleOptions named(String name) {
        return new Locator.GetByRoleOptions().setName(name).setExact(true);
    }

    public void sees(Locator wanted) {
        sees(wanted, PATIENCE);
    }

    public void sees(Locator wanted, Duration within) {
        try {
            assertThat(wanted).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(within.toMillis()));
        } catch (AssertionError missing) {
            throw new AssertionError(
                    missing.getMessage() + "\nOn the page:\n" + content().innerText(), missing);
        }
    }

    public void reads(String text) {
        sees(content().getByText(text).first());
    }

    /** Waits for the view of that title. */
    public void comesTo(String title) {
        sees(content().getByRole(AriaRole.HEADING, named(title)));
    }

    /** How far the order is, as the page of the order says. */
    public void seesOrder(String state) {
        seesOrder(state, PATIENCE);
    }

    public void seesOrder(String state, Duration within) {
        sees(page.locator("[data-state=" + state + "]"), within);
    }

    // ---- by keyboard alone -----------------------------------------------------------------------------------------

    /** Goes on with the tabulator until it stands there, and sees that it does. */
    public Guest reaches(Locator wanted) {
        for (int tabs = 0; tabs < FARTHEST_TABS; tabs++) {
            if (isFocused(wanted)) {
                assertThat((Boolean) wanted.evaluate("element => element.matches(':focus-visible')"))
                        .as("the focus can be seen on " + wanted)
                        .isTrue();
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError(FARTHEST_TABS + " times the tabulator, and " + wanted + " was not reached");
    }

    private static boolean isFocused(Locator wanted) {
        return (Boolean) wanted.evaluate("element => element === document.activeElement");
    }

    public Guest strikes(String key) {
        page.keyboard().press(key);
        return this;
    }

    public Guest types(String text) {
        page.keyboard().type(text);
        return this;
    }

    public Locator link(String name) {
        return content().getByRole(AriaRole.LINK, named(name));
    }

    public Locator button(String name) {
        return content().getByRole(AriaRole.BUTTON, named(name));
    }

    // ---- what is looked at -----------------------------------------------------------------------------------------

    /** axe finds nothing serious in what is shown now; and a picture of it is left in {@code target/pages}. */
    public void looksAt(String name) {
        sees(page.locator("main:not([aria-busy]) h1").first());
        page.evaluate("scrollTo(0, 0)");
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
        List<String> serious = new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": " + rule.getHelp() + " " + rule.getNodes())
                        .toList();
        assertThat(serious).as("what axe finds on " + name).isEmpty();
    }

    /** Closes the browser. */
    public void leave() {
        context.close();
        assertThat(complaints).as("errors of the page").isEmpty();
    }
}
