-- Sets the quantity of a line that exists.
-- KEYS: 1 quantities (hash: SKU -> quantity), 2 order (sorted set: SKU by position)
-- ARGV: 1 SKU, 2 quantity, 3 seconds to keep the cart
-- Returns 1, or 0 when the cart has no such line.
if redis.call('HEXISTS', KEYS[1], ARGV[1]) == 0 then
  return 0
end
redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])
redis.call('EXPIRE', KEYS[1], ARGV[3])
redis.call('EXPIRE', KEYS[2], ARGV[3])
return 1
