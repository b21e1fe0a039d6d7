/** The fault campaign: customers buy, a nemesis breaks things, a checker says whether the promise held. See docs/campaign.md. */
package io.microecommerce.e2e.chaos;
