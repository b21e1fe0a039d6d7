/** The pages as people use them: in a real browser, with a pointer, by keyboard, and read by axe. */
package io.microecommerce.e2e.pages;
