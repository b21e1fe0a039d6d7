-- Demonstration wallets, in the local profile only: alice has CNY 10,000.00, bob CNY 1,000.00.

INSERT INTO wallet (customer_id, currency, available_minor) VALUES
    ('11111111-1111-4111-8111-111111111111', 'CNY', 1000000),
    ('22222222-2222-4222-8222-222222222222', 'CNY', 100000);

INSERT INTO wallet_entry (cause, kind, customer_id, amount_minor) VALUES
    ('demo-alice', 'TOP_UP', '11111111-1111-4111-8111-111111111111', 1000000),
    ('demo-bob', 'TOP_UP', '22222222-2222-4222-8222-222222222222', 100000);
