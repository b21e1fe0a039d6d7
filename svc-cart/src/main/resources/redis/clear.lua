-- Empties a cart.
-- KEYS: 1 quantities (hash: SKU -> quantity), 2 order (sorted set: SKU by position)
-- Returns the number of keys that were there.
return redis.call('DEL', KEYS[1], KEYS[2])
