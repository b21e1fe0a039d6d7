-- Demonstration data: the local profile alone reads it. Everybody's password is demo-password.

INSERT INTO customer (id, email, first_name, last_name, password_hash, referral_code, referrer_id, staff)
VALUES
    ('22222222-2222-4222-8222-222222222222', 'bob@example.com', 'Bob', 'Baker',
     '$2a$10$ndI9Kh48BpVt29fE5ye.FeOLpTVdXbzHiHHvVNiHjiwWQdDs7wlM2', 'BBBBY234', NULL, false),
    ('11111111-1111-4111-8111-111111111111', 'alice@example.com', 'Alice', 'Archer',
     '$2a$10$1tYYsmu7dcpfdJrk5CaumuxjG5g3WjLSMVAF3yInpn./Yu8a4r2VS', 'ALYCE234', '22222222-2222-4222-8222-222222222222', false),
    ('33333333-3333-4333-8333-333333333333', 'staff@example.com', 'Stella', 'Staff',
     '$2a$10$XsPH4N.B6VVfxwjfGQDdO.LpckxrCb0wHwDdeNG8yXAdX6G8NlnwS', 'STAFF234', NULL, true);
