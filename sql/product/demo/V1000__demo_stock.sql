-- Demonstration stock, in the local profile only: the SKUs of svc-product's demo/catalogue.json.

CREATE TEMPORARY TABLE demo_stock (sku_id text, quantity bigint) ON COMMIT DROP;

INSERT INTO demo_stock (sku_id, quantity) VALUES
    ('tee-red-s', 100),
    ('tee-red-m', 100),
    ('tee-red-l', 100),
    ('tee-navy-m', 80),
    ('tee-navy-l', 80),
    ('tee-linen-m', 40),
    ('tee-linen-l', 40),
    ('sweater-grey-m', 25),
    ('sweater-grey-l', 25),
    ('sweater-green-m', 15),
    ('sneaker-40', 20),
    ('sneaker-41', 20),
    ('sneaker-42', 20),
    ('boot-42', 12),
    ('boot-43', 12),
    ('lamp-last-one', 1),
    ('desk-lamp-black', 60),
    ('desk-lamp-white', 60),
    ('kettle-steel', 30),
    ('knife-chef-20', 18),
    ('longjing-50g', 200),
    ('longjing-250g', 50),
    ('puer-cake-357', 40),
    ('headphones-black', 35),
    ('headphones-silver', 35),
    ('speaker-mini', 75),
    ('book-ddia-paper', 45),
    ('book-dream-hard', 60),
    ('piano-grand', 3),
    ('ukulele-soprano', 22);

INSERT INTO sku_stock (sku_id, available) SELECT sku_id, quantity FROM demo_stock;

INSERT INTO stock_movement (sku_id, kind, quantity, reason)
SELECT sku_id, 'RECEIPT', quantity, 'demonstration stock' FROM demo_stock;
