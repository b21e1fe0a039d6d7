package io.microecommerce.customer.session;

import io.microecommerce.customer.session.Sessions.TokenHashes;
import io.microecommerce.customer.token.SecretToken;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What prolongs a session, once. All tokens of a session share a secret part, so that a used one is known as such however old it
 * is, without a list of the used; nobody who has not held a token of the session can make one that ends it.
 *
 * @param family the secret that the tokens of a session share
 * @param text the whole token, as the customer keeps it
 */
record RefreshToken(String family, String text) {

    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]{%1$d})\\.[A-Za-z0-9_-]{%1$d}".formatted(SecretToken.LENGTH));

    static RefreshToken first(RandomGenerator random) {
        return following(SecretToken.random(random), random);
    }

    RefreshToken next(RandomGenerator random) {
        return following(family, random);
    }

    /** @return empty for what can be no token of ours */
    static Optional<RefreshToken> read(String text) {
        Matcher matcher = FORM.matcher(text);
        return matcher.matches() ? Optional.of(new RefreshToken(matcher.group(1), text)) : Optional.empty();
    }

    TokenHashes hashes() {
        return new TokenHashes(SecretToken.hash(family), SecretToken.hash(text));
    }

    private static RefreshToken following(String family, RandomGenerator random) {
        return new RefreshToken(family, family + "." + SecretToken.random(random));
    }

    @Override
    public String toString() {
        return "RefreshToken[...]";
    }
}
