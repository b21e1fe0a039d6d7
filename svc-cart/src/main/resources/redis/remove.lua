-- Closes a line.
-- KEYS: 1 quantities (hash: SKU -> quantity), 2 order (sorted set: SKU by position)
-- ARGV: 1 SKU, 2 seconds to keep the cart
-- Returns 1, or 0 when the cart has no such line.
local removed = redis.call('HDEL', KEYS[1], ARGV[1])
if removed == 1 then
  redis.call('ZREM', KEYS[2], ARGV[1])
  redis.call('EXPIRE', KEYS[1], ARGV[2])
  redis.call('EXPIRE', KEYS[2], ARGV[2])
end
return removed
